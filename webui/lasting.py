"""What lasts as long as the process: the lexicon, the rules, the code."""

import gc

#: Containers made since the collector last looked at the youngest. A page makes some ten thousand that it gives back
#: itself: were they looked at before, they would be taken for lasting, and all that is held be looked through for them.
YOUNG = 20_000

#: The youngest are looked at so many times before the middle ones are, and these so many times before the oldest: as
#: often as Python does, and five times as often. Whatever a page was made of hangs together in a ring, as does each
#: statement asked of the catalogue, and what is taken for old would lie about for a million containers more.
MIDDLE, OLD = 10, 2


def leave_to_itself() -> None:
    """Have the garbage collector look no more at anything that is loaded by now.

    None of it is ever given back, and walking through the lexicon takes a tenth of a second, each time out of the
    answer to whoever happens to ask.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
