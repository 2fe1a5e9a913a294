"""What copying changed: derived accounts sentence by sentence beside the accounts that they take from."""
