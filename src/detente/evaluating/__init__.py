"""Anybody's coded sentences, coded again by ours, and how far the two agree."""
