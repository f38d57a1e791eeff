// Package events are what the services tell one another.
package events

import "sync"

// Event of the shop.
type Event struct {
	Who  string
	What string
	Data map[string]any
}

// Stream is a bounded stream of events.
type Stream struct {
	c    chan Event
	once sync.Once
}

// Open returns a stream.
func Open(size int) *Stream { return &Stream{c: make(chan Event, size)} }

// Push adds an event, false if the stream is full.
func (s *Stream) Push(e Event) bool {
	select {
	case s.c <- e:
		return true
	default:
		return false
	}
}

// All events.
func (s *Stream) All() <-chan Event { return s.c }

// Close the stream.
func (s *Stream) Close() { s.once.Do(func() { close(s.c) }) }
