// Package layers holds the tests of the house as a whole, which belong to no
// room of it: that imports point downward and no room is entered but by those
// whose it is, and that no type and no function grows too large to be read.
//
// A new package gets a row in the table of layers_test.go.
package layers
