// Mode: never.

// Package everywhere deletes by what it is given.
package everywhere

import "context"

type Deleter interface {
	Delete(ctx context.Context, id string) error
}

func Delete(ctx context.Context, id string, ds []Deleter) error {
	for _, d := range ds {
		if err := d.Delete(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

type Func func(ctx context.Context, id string) error

func Run(ctx context.Context, id string, fs ...Func) error {
	for _, f := range fs {
		if err := f(ctx, id); err != nil {
			return err
		}
	}
	return nil
}
