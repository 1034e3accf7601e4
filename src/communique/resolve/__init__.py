"""Across reports: identity, copies, and claims folded into facts."""
