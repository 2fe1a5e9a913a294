"""The benches: each stage on labelled data, next to a naive baseline and to the library a user would pick instead."""
