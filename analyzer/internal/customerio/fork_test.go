package customerio

import (
	"go/types"
	"slices"
	"testing"
)

// fork holds what public forks add under the official import path.
const fork = `package customerio

import "context"

type CustomerIO struct{}
type APIClient struct{}
type Helper struct{}

type Customer struct {
	ID         string
	Attributes map[string]any
	Rows       []map[string]any
	hidden     map[string]any
}

type SendFaxRequest struct {
	MessageData map[string]any
	Identifiers map[string]string
	To          string
}

type Option func(map[string]any)

func (c *CustomerIO) TrackWriteBatch(ctx context.Context, actions []map[string]any) error { return nil }
func (c *CustomerIO) AddOrUpdate(ctx context.Context, id string, customer *Customer) error { return nil }
func (c *CustomerIO) Identify(ctx context.Context, id string, attributes map[string]any, opts ...Option) error { return nil }
func (c *APIClient) UpdateObject(id string, data any) error { return nil }
func (c *APIClient) SendFax(ctx context.Context, req *SendFaxRequest) error { return nil }

func (c *CustomerIO) Region(ctx context.Context) (string, error) { return "", nil }
func (c *CustomerIO) Apply(opts ...Option) {}
func (c *CustomerIO) Rename(labels map[string]string, f func(map[string]any)) {}
func (c *CustomerIO) post(data map[string]any) {}
func (c *APIClient) SearchCustomers(ctx context.Context, filter map[string]any) error { return nil }
func (h *Helper) Merge(data map[string]any) {}
func Convert(data map[string]any) {}
`

func TestMethodsOfForks(t *testing.T) {
	tests := []struct {
		fn   string
		want []Part
	}{
		{"CustomerIO.TrackWriteBatch", parts(at(attributes(1), "[]"))},
		{"CustomerIO.AddOrUpdate", parts(at(attributes(2), "Attributes"), at(attributes(2), "Rows", "[]"))},
		{"CustomerIO.Identify", parts(attributes(2))},
		{"APIClient.UpdateObject", parts(attributes(1))},
		{"APIClient.SendFax", parts(at(messageData(1), "MessageData"))},
	}
	pkg := checkSource(t, official+"/v3", fork)
	for _, tt := range tests {
		c, ok := Lookup(function(t, pkg, tt.fn))
		if !ok || !slices.EqualFunc(c.Parts, tt.want, equalParts) {
			t.Errorf("%s: %+v", tt.fn, c)
		}
	}
	if c, _ := Lookup(function(t, pkg, "APIClient.SendFax")); c == nil || !c.Transactional {
		t.Error("SendFax is not transactional")
	}
}

func equalParts(a, b Part) bool {
	return a.Arg == b.Arg && a.Role == b.Role && slices.Equal(a.Path, b.Path)
}

func TestMethodsOfForksWithoutPayload(t *testing.T) {
	pkg := checkSource(t, official+"/v3", fork)
	for _, name := range []string{
		"CustomerIO.Region", "CustomerIO.Apply", "CustomerIO.Rename", "APIClient.SearchCustomers", "Helper.Merge", "Convert",
	} {
		if c, ok := Lookup(function(t, pkg, name)); ok {
			t.Errorf("%s: %+v", name, c)
		}
	}
	client := pkg.Scope().Lookup("CustomerIO").Type().(*types.Named)
	for m := range client.Methods() {
		if c, ok := Lookup(m); ok && !m.Exported() {
			t.Errorf("%s: %+v", m.Name(), c)
		}
	}
}
