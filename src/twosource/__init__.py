"""twosource: many accounts of one event in, one cited dossier out."""
