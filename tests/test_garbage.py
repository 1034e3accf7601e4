import gc

from communique.garbage import kept


def test_no_garbage_is_collected_within_and_it_is_again_after() -> None:
    with kept():
        assert not gc.isenabled()
        with kept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_collects_none_keeps_it_so() -> None:
    gc.disable()
    try:
        with kept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
