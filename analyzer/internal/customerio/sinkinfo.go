package customerio

import "encoding/gob"

// A SinkInfo says what a piece of data is to the part of Customer.io that
// receives it. It is comparable. Facts carry it from package to package, as
// the value of an interface that the engine hands on without looking into it.
type SinkInfo struct {
	Name          string // for messages: (*customerio.CustomerIO).Identify
	Role          Role
	Label         string // what the part is called: "attributes"
	Key           string // the key that the receiver gives it, if it has no key of its own
	Transactional bool   // it delivers a message to one person
}

// String returns the name of the sink.
func (s SinkInfo) String() string { return s.Name }

// gob encodes an interface by the name of what it holds. The name is short:
// every fact that tells of a sink repeats it.
func init() { gob.RegisterName("ciolint.SinkInfo", SinkInfo{}) }
