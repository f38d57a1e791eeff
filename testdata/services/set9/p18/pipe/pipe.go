package pipe

type Item struct {
	Subject string
	Data    map[string]any
}

type Stage func(<-chan Item) <-chan Item

func Map(f func(Item) Item) Stage {
	return func(in <-chan Item) <-chan Item {
		out := make(chan Item, cap(in))
		go func() {
			defer close(out)
			for it := range in {
				out <- f(it)
			}
		}()
		return out
	}
}
