package customerio

// runtimeWebhook is the package of this repository that takes keys as text, as
// the findings' fixes have programs call it. Package erasure takes sources of
// keys alone: a key in the program is a credential.Static there, which has a
// finding of its own.
const runtimeWebhook = "github.com/ciolint/ciolint/runtime/webhook"

// runtimes are packages that [Lookup] knows although they are no SDK: nothing
// of them reaches Customer.io but through calls that it knows.
var runtimes = map[string]bool{runtimeWebhook: true}

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
}
