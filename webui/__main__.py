"""Lets `python -m webui` do what `wissensarchiv` does."""

from webui.cli import main

if __name__ == "__main__":
    main()
