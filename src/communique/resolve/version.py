"""The version of the rules of resolution, apart from them so that it can be read without loading them."""

VERSION = "15"
"""Raise it when a rule changes what facts come out: kept facts of another version are worked out anew."""
