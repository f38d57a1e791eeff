// Package relevance answers, from import paths alone, which packages matter to
// ciolint. The analyzer asks before it builds anything, and the command before
// it loads anything; that both ask here is why both come to the same findings.
//
//   - [IsSDK] says what an SDK is. The import paths of the SDKs stand here and
//     nowhere else; what their functions carry is the model's business.
//     [MayBeSDK] also says so of the forks of an SDK.
//   - [IsStandard] says what the standard library is.
//   - [Relevant] puts the two together.
package relevance
