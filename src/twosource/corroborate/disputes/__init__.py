"""What one says and another denies: denials, what they deny, and the quarrels that they make."""
