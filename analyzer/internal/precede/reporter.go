package precede

import (
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// onlyReports reports whether a call only tells somebody of what it is given,
// and does nothing about it: a failure that is only reported is not handled.
func onlyReports(c *ssa.CallCommon) bool {
	fn := ssautil.Callee(c)
	if fn == nil {
		return false
	}
	if slices.ContainsFunc(reporterPackages, func(r reporter) bool { return r.name == ssautil.PkgPath(fn) }) {
		return true
	}
	name := strings.ToLower(fn.Name())
	return slices.ContainsFunc(reporterNames, func(r reporter) bool { return strings.HasPrefix(name, r.name) })
}

// A reporter is a row of policy: what only reports, and how that is known.
type reporter struct{ name, why string }

var reporterPackages = []reporter{
	{"log", "writes a log"},
	{"log/slog", "writes a log"},
	{"fmt", "prints, or makes a text that a result would carry on"},
}

// reporterNames are how the names of functions begin that only report, in
// lower case: of loggers, of metrics and of services that collect errors.
var reporterNames = []reporter{
	{"print", "Printf of loggers"},
	{"log", "log.Log, LogError"},
	{"trace", "a level of loggers"},
	{"debug", "a level of loggers"},
	{"info", "a level of loggers"},
	{"warn", "a level of loggers"},
	{"err", "Error, a level of loggers; Errorf of tests; zerolog: log.Err(err)"},
	{"msg", "zerolog: .Msg(text) sends the entry"},
	{"inc", "a counter of Prometheus: failures.Inc()"},
	{"observe", "a histogram of Prometheus"},
	{"record", "OpenTelemetry: span.RecordError(err)"},
	{"capture", "Sentry: CaptureException(err)"},
	{"report", "Google Cloud error reporting: Report(entry)"},
	{"notify", "Bugsnag and Airbrake: Notify(err)"},
}
