"""Getting reports: files in the shapes that occur, each as a `Report`."""
