package lined

// This file is long enough to be hurt by an edit that is meant for the file
// whose lines claim to be from here.
//
// Nothing in it is to change, whatever a driver makes of offsets, and there is
// nothing to be found in it either. Nothing in it is to change, whatever a
// driver makes of offsets, and there is nothing to be found in it either.
// Nothing in it is to change, whatever a driver makes of offsets.

func nothing() {}
