"""What `communique` is for, in one minute: a folder of reports goes in, the record of the talks comes out.

The reports of `lantern-islands/` are our own: two countries that do not exist negotiate over islands that do not exist.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TALKS = HERE / "lantern-islands"

STEPS = (
    ("Fifteen reports by four outlets over ten days go into the record.", ["add", str(TALKS)]),
    ("What happened, with the outlets that say so:", ["timeline"]),
    ("Who sat where on 6 May 2031?", ["who", "--on", "2031-05-06"]),
    ("What did Jonas Vell say?", ["said", "--by", "Jonas Vell"]),
    ("Where does each side stand?", ["positions"]),
    ("What became of the plan?", ["proposals"]),
    ("What was due on 10 May?", ["next", "--as-of", "2031-05-10"]),
    ("Who had it from whom?", ["sources"]),
    ("Where do the reports contradict each other?", ["disputes"]),
)


def main() -> int:
    """Run each step as a user would type it, on a record that is thrown away at the end."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"COMMUNIQUE_RECORD": str(Path(folder) / "talks.db")}
        for heading, words in STEPS:
            shown = " ".join(_shown(word) for word in words)
            print(f"\n\n── {heading}\n\n$ communique {shown}\n", flush=True)
            done = subprocess.run([sys.executable, "-m", "communique", *words], env=environment, check=False)
            if done.returncode:
                return done.returncode
    print("\n\nNow try your own:  .venv/bin/communique read FILE…   or   .venv/bin/communique add FOLDER")
    return 0


def _shown(word: str) -> str:
    if word == str(TALKS):
        return "examples/lantern-islands"
    return f'"{word}"' if " " in word else word


if __name__ == "__main__":
    sys.exit(main())
