"""What lasts as long as the process: the lexicon, the rules, the code."""

import gc

#: Containers made since the collector last looked at the youngest. A page makes some ten thousand that it gives back
#: itself: were they looked at before, they would be taken for lasting, and all that is held be looked through for them.
YOUNG = 20_000


def leave_to_itself() -> None:
    """Have the garbage collector look no more at anything that is loaded by now.

    None of it is ever given back, and walking through the lexicon takes a tenth of a second, each time out of the
    answer to whoever happens to ask.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
