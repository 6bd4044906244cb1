"""The library: load -> check -> resolve -> render; each stage imports only the stages before it."""
