package flow

func arg(i int) model  { return model{gives: givesArg, alias: i + 1} }
func wrap(i int) model { return model{gives: givesArg, alias: i + 1, wraps: true} }
func get(i int) model  { return model{gives: givesText, alias: i + 1} }
func writes(into, from int, how putHow) model {
	return model{gives: givesNothing, put: &put{into, from, how}}
}

// models lists the functions that need a row, by the name that
// types.Func.FullName gives. Each row has the signature beside it.
var models = index(map[string]model{
	// text in, the same words out
	"strings.ToLower":   {gives: givesMapped, alias: 1}, // func(s string) string
	"strings.ToUpper":   {gives: givesMapped, alias: 1}, // func(s string) string
	"strings.TrimSpace": {gives: givesMapped, alias: 1}, // func(s string) string
	"strings.Clone":     {gives: givesMapped, alias: 1}, // func(s string) string
	"bytes.Clone":       arg(0),                         // func(b []byte) []byte
	"bytes.TrimSpace":   {gives: givesMapped, alias: 1}, // func(s []byte) []byte

	// texts put together
	"fmt.Sprintf": {gives: givesFormat}, "fmt.Sprint": {gives: givesConcat, alias: 1}, "strings.Join": {gives: givesJoined},
	"strings.NewReplacer":         wrap(0), // func(oldnew ...string) *strings.Replacer
	"(*strings.Replacer).Replace": {gives: givesReplaced}, "(*strings.Replacer).WriteString": writes(1, 0, putText),
	"net/url.JoinPath": {gives: givesPath}, "path.Join": {gives: givesPath},

	// readers and writers around other ones
	"strings.NewReader":     wrap(0), // func(s string) *strings.Reader
	"bytes.NewReader":       wrap(0), // func(b []byte) *bytes.Reader
	"bytes.NewBuffer":       wrap(0), // func(buf []byte) *bytes.Buffer
	"bytes.NewBufferString": wrap(0), // func(s string) *bytes.Buffer
	"io.NopCloser":          wrap(0), // func(r io.Reader) io.ReadCloser
	"io.LimitReader":        wrap(0), // func(r io.Reader, n int64) io.Reader
	"io.TeeReader":          wrap(0), // func(r io.Reader, w io.Writer) io.Reader
	"io.ReadAll":            arg(0),  // func(r io.Reader) ([]byte, error)
	"bufio.NewReader":       wrap(0), // func(rd io.Reader) *bufio.Reader
	"bufio.NewWriter":       wrap(0), // func(w io.Writer) *bufio.Writer
	"bufio.NewScanner":      wrap(0), // func(r io.Reader) *bufio.Scanner
	"(*bufio.Scanner).Text": get(0), "(*bufio.Scanner).Bytes": get(0),
	"(*bufio.Reader).ReadString": get(0),  // func(delim byte) (string, error)
	"encoding/json.NewEncoder":   wrap(0), // func(w io.Writer) *json.Encoder
	"encoding/json.NewDecoder":   wrap(0), // func(r io.Reader) *json.Decoder

	// buffers
	"(*strings.Builder).WriteString": writes(0, 1, putText), "(*strings.Builder).Write": writes(0, 1, putText),
	"(*strings.Builder).WriteByte": writes(0, 1, putText), "(*strings.Builder).WriteRune": writes(0, 1, putText),
	"(*strings.Builder).String": arg(0), "(*strings.Builder).Len": {gives: givesNothing},
	"(*bytes.Buffer).WriteString": writes(0, 1, putText), "(*bytes.Buffer).Write": writes(0, 1, putText),
	"(*bytes.Buffer).WriteByte": writes(0, 1, putText), "(*bytes.Buffer).WriteRune": writes(0, 1, putText),
	"(*bytes.Buffer).ReadFrom": writes(0, 1, putText), "(*bytes.Buffer).String": arg(0), "(*bytes.Buffer).Bytes": arg(0),
	"(*bytes.Buffer).WriteTo": writes(1, 0, putText), "(*bytes.Buffer).Len": {gives: givesNothing},
	"(*bufio.Writer).WriteString": writes(0, 1, putText), "(*bufio.Writer).Write": writes(0, 1, putText),
	"(io.Writer).Write": writes(0, 1, putText), "(io.StringWriter).WriteString": writes(0, 1, putText),
	"io.WriteString":                     writes(0, 1, putText), // func(w io.Writer, s string) (int, error)
	"io.Copy":                            writes(0, 1, putText), // func(dst io.Writer, src io.Reader) (int64, error)
	"io.ReadFull":                        writes(1, 0, putText), // func(r io.Reader, buf []byte) (int, error)
	"io.ReadAtLeast":                     writes(1, 0, putText), // func(r io.Reader, buf []byte, min int) (int, error)
	"encoding/hex.Encode":                writes(0, 1, putText), // func(dst, src []byte) int
	"(*encoding/base64.Encoding).Encode": writes(1, 2, putText), // func(dst, src []byte)
	"fmt.Fprint":                         writes(0, 1, putText), "fmt.Fprintf": writes(0, 1, putFormat), "fmt.Fprintln": writes(0, 1, putText),
	"(*text/template.Template).Execute": writes(1, 2, putText), "(*html/template.Template).Execute": writes(1, 2, putText),

	// encodings that keep the keys
	"encoding/json.Marshal":                      {gives: givesJSON, alias: 1},                       // func(v any) ([]byte, error)
	"encoding/json.MarshalIndent":                {gives: givesJSON, alias: 1},                       // func(v any, prefix, indent string) ([]byte, error)
	"encoding/json.Unmarshal":                    {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(data []byte, v any) error
	"(*encoding/json.Decoder).Decode":            {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(v any) error
	"(*encoding/json.Encoder).Encode":            writes(0, 1, putEntries),                           // func(v any) error
	"github.com/mitchellh/mapstructure.Decode":   {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(input, output any) error
	"github.com/go-viper/mapstructure/v2.Decode": {gives: givesNothing, put: &put{1, 0, putDecoded}}, // func(input, output any) error
	"github.com/fatih/structs.Map":               arg(0),                                             // func(s any) map[string]any

	"errors.As":     writes(1, 0, putValue), // func(err error, target any) bool
	"errors.AsType": arg(0),                 // func(err error) (E, bool)

	// maps, slices and the choice of values
	"maps.Clone": arg(0), "maps.All": wrap(0), "maps.Collect": arg(0), "slices.Clone": arg(0), "slices.All": wrap(0),
	"slices.Values": wrap(0), "slices.Backward": wrap(0), "slices.Chunk": {gives: givesChunks, alias: 1}, "slices.Collect": arg(0), "slices.Sorted": arg(0), "slices.Compact": arg(0), "slices.Clip": arg(0),
	"maps.DeleteFunc":          {gives: givesNothing, drops: true}, // func(m map[K]V, del func(K, V) bool)
	"(*strings.Builder).Reset": {gives: givesNothing, clears: true}, "(*bytes.Buffer).Reset": {gives: givesNothing, clears: true},
	"maps.Keys": {gives: givesKeys, alias: 1}, "maps.Values": {gives: givesValues, alias: 1},
	"maps.Copy":               writes(0, 1, putEntries), // func(dst, src map[K]V)
	"maps.Insert":             writes(0, 1, putEntries), // func(m map[K]V, seq iter.Seq2[K, V])
	"(net/url.Values).Encode": arg(0), "slices.Concat": {gives: givesElement, alias: 1},

	// look-ups by name
	"(net/url.Values).Get": {gives: givesEntry, alias: 1}, "(net/http.Header).Get": {gives: givesEntry, alias: 1},
	"(*net/http.Request).FormValue": {gives: givesEntry, alias: 1}, "(*net/http.Request).PostFormValue": {gives: givesEntry, alias: 1},
	"(*net/http.Request).PathValue": {gives: givesEntry, alias: 1}, "os.Getenv": {gives: givesEntry}, "os.LookupEnv": {gives: givesEntry}, "os.Setenv": {gives: givesSetting},

	// places that hold values
	"(*sync/atomic.Value).Store": writes(0, 1, putValue), "(*sync/atomic.Value).Load": {gives: givesHeld},
	"(*sync/atomic.Value).Swap":       {gives: givesHeld, put: &put{0, 1, putValue}}, // func(new any) (old any)
	"(*sync/atomic.Pointer[T]).Store": writes(0, 1, putValue), "(*sync/atomic.Pointer[T]).Load": {gives: givesHeld},
	"(*sync/atomic.Pointer[T]).Swap": {gives: givesHeld, put: &put{0, 1, putValue}}, // func(new *T) (old *T)
	"(*sync.Pool).Put":               writes(0, 1, putEntry), "(*sync.Pool).Get": {gives: givesKept, alias: 1},
	"(*sync.Map).Store": writes(0, 2, putEntry), "(*sync.Map).Load": {gives: givesKept}, "(*sync.Map).LoadAndDelete": {gives: givesKept},
	"(*sync.Map).LoadOrStore": {gives: givesKept, put: &put{0, 2, putEntry}}, // func(key, value any) (actual any, loaded bool)
	"(*sync.Map).Swap":        {gives: givesKept, put: &put{0, 2, putEntry}}, // func(key, value any) (previous any, loaded bool)
	"sync.OnceValue":          wrap(0), "sync.OnceFunc": wrap(0), "sync.OnceValues": wrap(0),
	"context.WithCancel": wrap(0), "context.WithTimeout": wrap(0), "context.WithDeadline": wrap(0), "context.WithoutCancel": wrap(0),
	"context.WithCancelCause": wrap(0), "context.WithTimeoutCause": wrap(0), "context.WithDeadlineCause": wrap(0),

	// settings: their value comes from elsewhere, their default from here
	"cmp.Or":       {gives: givesElement, alias: 1}, // func(vals ...T) T
	"os.ExpandEnv": {gives: givesOpaque}, "os.ReadFile": {gives: givesOpaque},
	"(embed.FS).ReadFile": {gives: givesFile, alias: 2}, "io/fs.ReadFile": {gives: givesFile, alias: 2},
	"flag.String": arg(1), "(*flag.FlagSet).String": arg(2), // func(name, value, usage string) *string
	"flag.StringVar": {gives: givesNothing, put: &put{0, 2, putFirst}}, "(*flag.FlagSet).StringVar": {gives: givesNothing, put: &put{1, 3, putFirst}}, // func(p *string, name, value, usage string)
	"github.com/spf13/pflag.String": arg(1), "(*github.com/spf13/pflag.FlagSet).String": arg(2), // func(name, value, usage string) *string
	"github.com/spf13/pflag.StringP": arg(2), "(*github.com/spf13/pflag.FlagSet).StringP": arg(3), // func(name, shorthand, value, usage string) *string
	"github.com/spf13/pflag.StringVar": writes(0, 2, putFirst), "(*github.com/spf13/pflag.FlagSet).StringVar": writes(1, 3, putFirst), // func(p *string, name, value, usage string)
	"github.com/spf13/pflag.StringVarP": writes(0, 3, putFirst), "(*github.com/spf13/pflag.FlagSet).StringVarP": writes(1, 4, putFirst), // func(p *string, name, shorthand, value, usage string)

	// keyed hashing and encryption say nothing; a digest of nine digits does
	"crypto/hmac.New":           {gives: givesNothing},
	"(hash.Hash).Sum":           {gives: givesDigest, alias: 1},
	"(crypto/cipher.AEAD).Seal": {gives: givesNothing},
	"crypto/rsa.EncryptOAEP":    {gives: givesNothing}, "crypto/rsa.EncryptPKCS1v15": {gives: givesNothing},
	"crypto/hmac.Equal": {gives: givesNothing},
})

// counts lists the functions that count or compare what they are given: the number
// that they return says nothing of it. Those of slices that run a function are left
// to unknown.go, which runs it.
var counts = map[string][]string{
	"strings": {
		"Compare", "Count", "Index", "IndexAny", "IndexByte", "IndexFunc", "IndexRune", "LastIndex", "LastIndexAny", "LastIndexByte", "LastIndexFunc",
	},
	"bytes": {
		"Compare", "Count", "Index", "IndexAny", "IndexByte", "IndexFunc", "IndexRune", "LastIndex", "LastIndexAny", "LastIndexByte", "LastIndexFunc",
	},
	"slices":       {"BinarySearch", "Compare", "Index"},
	"sort":         {"SearchStrings"},
	"cmp":          {"Compare"},
	"unicode/utf8": {"RuneCount", "RuneCountInString", "RuneLen"},
}

func index(rows map[string]model) map[string]*model {
	out := make(map[string]*model, len(rows))
	for name, m := range rows {
		out[name] = &m
	}
	for pkg, names := range counts {
		for _, name := range names {
			out[pkg+"."+name] = &model{gives: givesNothing}
		}
	}
	return out
}
