"""The record in a browser: pages that work without JavaScript, and the same views for programs."""
