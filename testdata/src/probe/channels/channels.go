// Mode: probe.

// Package channels shows what is received: whatever is sent anywhere on the channel.
package channels

func probe(any) {}

func places(any) {}

func buffered(v string) {
	c := make(chan string, 2)
	c <- v
	c <- "b"
	probe(<-c) // want content:`"b" | param v`
	places(c)  // want places:`chan c`
}

func ofMaps(v string) {
	c := make(chan map[string]any)
	go func() { c <- map[string]any{"ssn": v} }()
	for m := range c {
		probe(m) // want content:`raw {ssn: param v}`
	}
}

func selected(a, b chan string, v string) {
	go func() { a <- v }()
	select {
	case x := <-a:
		probe(x) // want content:`param a[] | param v`
	case x := <-b:
		probe(x) // want content:`param b[]`
	}
}

func oneCaseRuns(v string) {
	a, b, src := make(chan string, 1), make(chan string, 1), make(chan string, 1)
	src <- v
	select {
	case x := <-src:
		a <- x
	case y := <-a:
		b <- y
	}
	probe(<-b) // want content:`nothing`
}

type worker struct{ in chan map[string]any }

func (w *worker) add(v string) { w.in <- map[string]any{"ssn": v} }

func (w *worker) run() {
	for m := range w.in {
		probe(m) // want content:`param w.in[]`
	}
}
