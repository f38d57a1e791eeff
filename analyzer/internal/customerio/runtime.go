package customerio

// The packages of this repository that take keys, as the findings' fixes have
// programs call them.
const (
	runtimeWebhook = "github.com/ciolint/ciolint/runtime/webhook"
	runtimeErasure = "github.com/ciolint/ciolint/runtime/erasure"
)

// runtimes are packages that [Lookup] knows although they are no SDK: nothing
// of them reaches Customer.io but through calls that it knows.
var runtimes = map[string]bool{runtimeWebhook: true, runtimeErasure: true}

// runtimeCalls are the calls of the runtime that take keys as text.
var runtimeCalls = []Call{
	// func NewVerifier(signingKeys ...string) (*Verifier, error)
	{Pkg: runtimeWebhook, Name: "NewVerifier", Parts: parts(at(credential(0, signingKey), "[]"))},
	// func (c Config) NewVerifier(signingKeys ...string) (*Verifier, error)
	{Pkg: runtimeWebhook, Recv: "Config", Name: "NewVerifier", Parts: parts(at(credential(0, signingKey), "[]"))},
	// func (v *Verifier) SetKeys(signingKeys ...string) error
	{Pkg: runtimeWebhook, Recv: "Verifier", Name: "SetKeys", Parts: parts(at(credential(0, signingKey), "[]"))},
	// func Sign(h http.Header, signingKey string, at time.Time, body []byte)
	{Pkg: runtimeWebhook, Name: "Sign", Params: "map,string,time,[]byte", Parts: parts(credential(1, signingKey))},
	// func New(siteID, apiKey string, opts ...Option) *Eraser
	{Pkg: runtimeErasure, Name: "New", Params: "string,string", Parts: parts(credential(0, siteID), credential(1, trackKey))},
	// func WithVerify(appKey string) Option
	{Pkg: runtimeErasure, Name: "WithVerify", Params: "string", Parts: parts(credential(0, appKey))},
}
