"""What several stages need of text and trees, and no stage owns."""
