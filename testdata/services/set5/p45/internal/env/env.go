package env

// Stage is where the service runs.
type Stage struct {
	Name       string
	Addr       string
	SigningKey string
}

var stages = map[string]Stage{
	"dev":  {Name: "dev", Addr: "127.0.0.1:8080", SigningKey: "<your-key>"},
	"live": {Name: "live", Addr: ":8080", SigningKey: "c41f7a9be0d25836471fa0c9e8d3b6520f9d7c4ab81e6350"},
}

// Lookup returns a stage.
func Lookup(name string) (Stage, bool) {
	s, ok := stages[name]
	return s, ok
}
