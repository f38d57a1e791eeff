package report

// The parts of SARIF 2.1.0 that are used, under its own names
// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). The libraries that model
// all of it are larger than the rest of this command's dependencies.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}

	sarifRun struct {
		Tool     sarifTool                `json:"tool"`
		BaseIDs  map[string]sarifArtifact `json:"originalUriBaseIds"`
		Columns  string                   `json:"columnKind"`
		Results  []sarifResult            `json:"results"`
		Language string                   `json:"language"`
	}

	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}

	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		URI     string      `json:"informationUri"`
		Rules   []sarifRule `json:"rules"`
	}

	sarifRule struct {
		ID      string              `json:"id"`
		Short   *sarifText          `json:"shortDescription,omitempty"`
		Full    *sarifText          `json:"fullDescription,omitempty"`
		Help    *sarifText          `json:"help,omitempty"`
		HelpURI string              `json:"helpUri,omitempty"`
		Default *sarifConfiguration `json:"defaultConfiguration,omitempty"`
		Props   *sarifProperties    `json:"properties,omitempty"`
	}

	sarifConfiguration struct {
		Level string `json:"level"`
	}

	sarifProperties struct {
		Tags []string `json:"tags"`
	}

	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}

	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		CodeFlows    []sarifCodeFlow    `json:"codeFlows,omitempty"`
		Prints       map[string]string  `json:"partialFingerprints"`
		Fixes        []sarifFix         `json:"fixes,omitempty"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}

	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}

	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}

	sarifArtifact struct {
		URI         string     `json:"uri,omitempty"`
		BaseID      string     `json:"uriBaseId,omitempty"`
		Description *sarifText `json:"description,omitempty"`
	}

	// A region has no snippet: the line of a hardcoded key is the key.
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}

	sarifCodeFlow struct {
		ThreadFlows []sarifThreadFlow `json:"threadFlows"`
	}

	sarifThreadFlow struct {
		Locations []sarifFlowLocation `json:"locations"`
	}

	sarifFlowLocation struct {
		Location sarifLocation `json:"location"`
	}

	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}

	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}

	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted *sarifText  `json:"insertedContent,omitempty"`
	}

	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
)
