"""What the desk keeps beside the record: who uses it, when, and what was done.

Never part of the record or its exports.
"""
