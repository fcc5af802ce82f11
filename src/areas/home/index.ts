// Home stands last: nothing uses it.
