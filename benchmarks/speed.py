"""How many reports of 500 words are read a second on one core, the whole reading included, and in how much memory.

    python -m benchmarks.speed [FILE…] [--repeat 3]

Without files the example corpus is read. Lengths differ, so the figure is words per second divided by 500. The best of
the repeats counts: what else the machine does only ever slows a run.
"""

import argparse
import json
import resource
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples" / "lantern-islands"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", default=[str(EXAMPLES)])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    figures = measured(args.files, args.repeat)
    if args.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:<28}{value:>10.2f}")


def measured(files: list[str], repeat: int) -> dict[str, float]:
    start = time.perf_counter()
    from communique.language.annotator import DefaultAnnotator
    from communique.model.report import Report
    from communique.pipeline import extract
    from communique.reading.files import read_files

    reports = [r for r in read_files(files) if isinstance(r, Report)]
    words = sum(len(r.text.split()) for r in reports)
    annotator = DefaultAnnotator()
    annotator.annotate(reports[:1])
    ready = time.perf_counter() - start
    annotating, extracting = [], []
    for _ in range(repeat):
        start = time.perf_counter()
        readings = annotator.annotate(reports)
        middle = time.perf_counter()
        for report, reading in zip(reports, readings, strict=True):
            extract(report, reading)
        annotating.append(middle - start)
        extracting.append(time.perf_counter() - middle)
    whole = min(a + e for a, e in zip(annotating, extracting, strict=True))
    return {
        "reports": len(reports),
        "words": words,
        "start_up_seconds": ready,
        "reports_per_second": words / 500 / whole,
        "annotator_reports_per_second": words / 500 / min(annotating),
        "claims_reports_per_second": words / 500 / min(extracting),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    main()
