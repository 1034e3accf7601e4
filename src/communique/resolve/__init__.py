"""From claims to what they amount to: who is who, which reports are copies, which claims speak of one thing."""
