"""`communique` reads news reports about talks and keeps the record a careful desk officer would keep."""
