"""Limits that nobody reaches, for tests and measurements that ask without pause."""

from webui.limits import Costly, Limit, Limits

UNLIMITED = Limits(dict.fromkeys(Costly, Limit(10**9, 10**9)))
