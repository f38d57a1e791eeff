// Package flow answers: what may this value contain when it gets there?
package flow
