"""Commands that measure; timings never decide a test."""
