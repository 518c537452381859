"""Quality floors and the gate that keeps them."""
