"""What programs are told, as plain values: `--json` prints them, and so does the interface.

The schema of the interface is made from these declarations; a field that is added here is documented by that.
"""
