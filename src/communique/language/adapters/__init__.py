"""Other models in the place of the shipped one. Each needs an extra, and none is imported unless it is asked for.

    from communique.language.annotator import DefaultAnnotator
    from communique.language.adapters.spacy_pipeline import SpacyParser

    annotator = DefaultAnnotator(SpacyParser.load("en_core_web_sm"))   # pip install 'communique[spacy]'

With `Record.add(…, annotator=make)`, `make` being a function of a module of yours, such an annotator fills a record.
"""
