"""Trains the annotator: `python -m training.train --data ../shared/data --gold ../shared/gold/train --out DIR`.

One command, fixed seeds; the table of word pieces stays as it was. With `--minutes` the learning rate falls to nothing
at that time; with `--steps` after that many batches, which repeats a run exactly.
"""

import argparse
import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from tokenizers import Tokenizer
from torch import Tensor, distributed, multiprocessing, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training import names, quotations, syntax
from training.batches import Batch, Coded, Pieces, Scheme, Window, coded, collate, cut, scheme_of
from training.checkpoints import load, recipe_of, save, write_recipe
from training.distil import SUBJECTS, Teachers, lessons
from training.documents import Document
from training.losses import attention_mask, losses
from training.network import Annotator, Linear, Sizes
from training.pretrained import MPNET, minilm, mpnet, tokenizer

WINDOW = 224
"""Word pieces a window may hold, with [CLS] and [SEP]; the same at run time."""

REPEATS = {"ewt": 3, "gum": 4, "worldwide": 3, "crossner": 2, "polnear": 2, "reports": 4, "own": 4}
"""How often a data set is read in one epoch."""
OWN = Path(__file__).with_name("reports.jsonl")
"""Our own reports, which only teachers say something of."""
BLOCK = 600
"""Documents whose windows are sorted by length together."""


def collect(data: Path, gold: Path | None, without: Sequence[str]) -> dict[str, list[Document]]:
    """The training documents by data set."""
    outer = {} if "nner" in without else syntax.nner(data / "names/ewt-nner-train.conll")
    readers = {
        "ewt": lambda: syntax.treebank(data / "syntax/ewt-train.conllu", names=outer),
        "gum": lambda: syntax.treebank(data / "syntax/gum-open-train.conllu"),
        "worldwide": lambda: names.worldwide(data / "names/worldwide/train"),
        "crossner": lambda: [
            document
            for part in ("train", "dev")
            for document in names.crossner(data / f"names/crossner-politics-{part}.txt")
        ],
        "polnear": lambda: quotations.polnear(data / "quotes/polnear/train"),
        "reports": lambda: quotations.reports(gold) if gold else [],
        "own": lambda: quotations.unlabelled(OWN),
    }
    return {name: reader() for name, reader in readers.items() if name not in without}


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of every file below `folder`."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(str(path.relative_to(folder)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def piece_table(cutter: Tokenizer) -> Pieces:
    """Word pieces of a word; a word of nothing but ignored characters is unknown."""
    unknown = cutter.token_to_id("[UNK]")

    @lru_cache(maxsize=200_000)
    def pieces(word: str) -> tuple[int, ...]:
        return tuple(cutter.encode(word, add_special_tokens=False).ids) or (unknown,)

    return pieces


def epoch(sets: dict[str, list[Coded]], pieces: Pieces, size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of windows of like length, in random order, from all data sets."""
    documents = [document for name, group in sets.items() for document in group * REPEATS[name]]
    rng.shuffle(documents)
    for first in range(0, len(documents), BLOCK):
        windows = [w for document in documents[first : first + BLOCK] for w in cut(document, pieces, WINDOW, rng)]
        yield from grouped(windows, size, rng)


def grouped(windows: list[Window], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of at most `size` word pieces with padding, each of windows of like length, in random order."""
    windows.sort(key=lambda window: len(window) + rng.random() * 16)
    groups, group = list[list[Window]](), list[Window]()
    for window in windows:
        if group and (len(group) + 1) * max(len(window), len(group[-1])) > size:
            groups.append(group)
            group = []
        group.append(window)
    groups.append(group)
    rng.shuffle(groups)
    for group in groups:
        yield collate(group, (101, 102))


@dataclass(frozen=True, slots=True)
class Reader(IterableDataset[Batch]):
    """Epoch after epoch; of several workers each reads epochs of its own, of several processes each its own batches."""

    sets: dict[str, list[Coded]]
    pieces: Pieces
    size: int
    seed: int
    rank: int
    processes: int

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = random.Random(self.seed + 1000 * (worker.id if worker else 0))
        while True:
            yield from islice(epoch(self.sets, self.pieces, self.size, rng), self.rank, None, self.processes)


def run(model: Annotator, teachers: Teachers, batches: Iterator[Batch], arguments: argparse.Namespace) -> int:
    """Trains until the steps or minutes are up; gives the number of steps."""
    encoder = [
        p for n, p in model.named_parameters() if n.startswith("encoder") and "features" not in n and p.requires_grad
    ]
    heads = [
        p for n, p in model.named_parameters() if p.requires_grad and (not n.startswith("encoder") or "features" in n)
    ]
    groups = [{"params": encoder, "peak": 2e-4 * arguments.rate}, {"params": heads, "peak": 2e-3 * arguments.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    batch = next(batches)
    begun, last, done, pieces, sums = time.monotonic(), 0.0, torch.zeros(1), 0, dict[str, Tensor]()
    step, first = 0, distributed.get_rank() == 0
    device = next(model.parameters()).device
    # where a processor has no such numbers they are emulated, over ten times slower
    bfloat16 = device.type != "cpu" or torch.cpu._is_avx512_bf16_supported()
    while float(done) < 1:
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(float(done) / 0.06, (1 - float(done)) / 0.94) + 1e-8
        if float(done) > 1 - arguments.rounded:
            model.apply(in_eight_bits)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=bfloat16):
            parts = lost(model, teachers, moved(batch, device))
        torch.stack(list(parts.values())).sum().backward()
        elapsed = time.monotonic() - begun
        done.fill_((step + 1) / arguments.steps if arguments.steps else elapsed / (60 * arguments.minutes))
        share_gradients(model, done)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step, pieces = step + 1, pieces + int(batch.lengths.sum())
        sums = {name: sums.get(name, 0.0) * 0.98 + 0.02 * value.detach() for name, value in parts.items()}
        if step % 50 == 0 and first:
            scores = " ".join(f"{name} {float(value) / (1 - 0.98**step):.3f}" for name, value in sums.items())
            print(f"{step} {float(done):.3f} {pieces / elapsed:.0f}/s {scores}", flush=True)
        if elapsed - last > 600 and first:
            save(model, arguments.out / "checkpoint.safetensors")
            last = elapsed
        batch = next(batches)
    return step


def lost(model: Annotator, teachers: Teachers, batch: Batch) -> dict[str, Tensor]:
    """What the model lacks of the data and, where there are any, of its teachers."""
    vectors = model.encode(batch.pieces, batch.features, batch.starts, attention_mask(batch))
    parts = losses(model, batch, vectors)
    return parts | lessons(model, teachers, batch, vectors) if teachers else parts


def in_eight_bits(module: nn.Module) -> None:
    """Lets a linear layer round its numbers from here on."""
    if isinstance(module, Linear):
        module.rounded = True


def moved(batch: Batch, device: torch.device) -> Batch:
    """The batch on the device of the model."""
    return Batch(**{field.name: getattr(batch, field.name).to(device, non_blocking=True) for field in fields(batch)})


def share_gradients(model: Annotator, done: torch.Tensor) -> None:
    """Replaces every gradient, and how much of the run is done, by the mean over all processes: they end together."""
    if distributed.get_world_size() == 1:
        return
    learned = [p for p in model.parameters() if p.requires_grad]
    flat = torch.cat([*(torch.zeros(p.numel()) if p.grad is None else p.grad.flatten() for p in learned), done])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    done.copy_(flat[-1:])
    for p, part in zip(learned, flat[:-1].split([p.numel() for p in learned]), strict=True):
        p.grad = part.view_as(p)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=70)
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--mpnet", type=Path, help="starts from MPNet, as `training.pretrained` unpacks it")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--inner", type=int, default=768, help="inner units a layer keeps")
    parser.add_argument(
        "--teacher", type=teacher, action="append", default=[], metavar="SUBJECT=DIR",
        help=f"learns {', '.join(SUBJECTS)} from this model too; several may be named",
    )  # fmt: skip
    parser.add_argument(
        "--rounded", type=float, default=0.0, help="the last share of the run, in numbers of 8 bits as shipped"
    )
    parser.add_argument("--start", type=Path, help="goes on from the model of this folder, with a new warm-up")
    parser.add_argument(
        "--heads", action="store_true", help="leaves the encoder of --start as it is: a third of the time"
    )
    parser.add_argument("--rate", type=float, default=1.0, help="times the usual learning rates: less, to go on softly")
    parser.add_argument("--batch", type=int, default=1000, help="word pieces a batch of one process")
    parser.add_argument("--processes", type=int, default=2, help="each on one core, with batches of its own")
    parser.add_argument("--workers", type=int, default=0, help="further processes that prepare batches")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cpu", help="cuda trains on a graphics processor, with --processes 1")
    return parser.parse_args()


def teacher(text: str) -> tuple[str, Path]:
    """A subject and the folder of a network that teaches it."""
    subject, _, folder = text.partition("=")
    if subject not in SUBJECTS or not folder:
        raise argparse.ArgumentTypeError(f"{text}: write one of {', '.join(SUBJECTS)}, then = and a folder")
    return subject, Path(folder)


def main() -> None:
    given = arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as meeting_place:
        multiprocessing.spawn(process, (given, f"file://{meeting_place}/meet"), nprocs=given.processes)


def started(vocabulary: int, scheme: Scheme, given: argparse.Namespace) -> Annotator:
    """A network with the weights of MiniLM or MPNet and untrained heads."""
    labels = (len(scheme.upos), len(scheme.xpos), len(scheme.deprels))
    if given.mpnet:
        sizes = Sizes(*labels, **MPNET)
        weights = mpnet(given.mpnet)
    else:
        sizes = Sizes(*labels, layers=given.layers, inner=given.inner)
        weights = minilm(sizes)
    model = Annotator(vocabulary, sizes)
    model.encoder.load_state_dict(weights, strict=False)
    return model


def process(rank: int, given: argparse.Namespace, meeting_place: str) -> None:
    """One of the processes that train together."""
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    distributed.init_process_group("gloo", init_method=meeting_place, rank=rank, world_size=given.processes)
    documents = collect(given.data, given.gold, given.without if given.teacher else [*given.without, "own"])
    scheme: Scheme = scheme_of([document for group in documents.values() for document in group])
    pieces = tokenizer()
    sets = {name: [coded(document, scheme) for document in group] for name, group in documents.items()}
    model = load(given.start)[0] if given.start else started(pieces.get_vocab_size(), scheme, given)
    model.encoder.words.requires_grad_(False)
    model.to(given.device).train()
    if given.heads:
        model.encoder.requires_grad_(False).eval()
    torch.manual_seed(given.seed + rank)
    reader = Reader(sets, piece_table(pieces), given.batch, given.seed, rank, given.processes)
    batches = DataLoader(
        reader, batch_size=None, num_workers=given.workers, pin_memory=given.device == "cuda",
        multiprocessing_context="fork" if given.workers else None,
    )  # fmt: skip
    teachers = dict[str, list[Annotator]]()
    for subject, folder in given.teacher:
        teachers.setdefault(subject, []).append(load(folder)[0].to(given.device))
    steps = run(model, teachers, iter(batches), given)
    distributed.destroy_process_group()
    if rank:
        return
    save(model, given.out / "model.safetensors")
    sizes = model.sizes
    recipe = {
        "scheme": asdict(scheme), "layers": sizes.layers, "inner": sizes.inner, "attention": sizes.heads,
        "head": sizes.head, "distances": sizes.distances,
        "window": WINDOW, "steps": steps, "batch": given.batch, "processes": given.processes, "workers": given.workers,
        "seed": given.seed, "rate": given.rate, "heads": given.heads, "rounded": given.rounded,
        "without": given.without, "repeats": REPEATS, "torch": torch.__version__,
        "start": recipe_of(given.start) if given.start else None,
        "teachers": [{"subject": subject, **recipe_of(folder)} for subject, folder in given.teacher],
        "data": digest(given.data), "gold": digest(given.gold) if given.gold else "",
    }  # fmt: skip
    write_recipe(given.out, recipe)


if __name__ == "__main__":
    main()
