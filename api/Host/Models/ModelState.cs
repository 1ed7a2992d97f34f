using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Models;

/// <summary>Which model is in service, and what keeps the one in the users' folder from it.</summary>
/// <param name="Version">Version of the model in service.</param>
/// <param name="Folder">The users' folder, or null without one.</param>
/// <param name="Defects">Every defect of what stands in the folder now; empty when that is what is in service.</param>
/// <param name="Since">When the model came into service.</param>
internal sealed record ModelState(string Version, string? Folder, IReadOnlyList<ModelDefect> Defects, DateTimeOffset Since)
{
    /// <summary>Why the sums that the model asks to be kept could not be made, or null; its answers are the same without them, and slower.</summary>
    internal string? RollupFailure { get; init; }

    /// <summary>Says it in one sentence; the defects are not listed.</summary>
    internal string In(Speaker speaker)
    {
        if (Folder is null)
        {
            return speaker.Say("serving.model-built-in", ("version", Version));
        }

        return Defects.Count == 0
            ? speaker.Say("serving.model-current", ("folder", Folder), ("version", Version))
            : speaker.Say("serving.model-kept", ("folder", Folder), ("count", Defects.Count), ("version", Version));
    }

    /// <summary>The same for a program: sentences in the speaker's language beside what they tell.</summary>
    internal object Report(Speaker speaker) => new
    {
        version = Version,
        since = Since,
        folder = Folder,
        isCurrent = Defects.Count == 0,
        message = In(speaker),
        rollups = RollupFailure is { } failure ? speaker.Say("serving.rollups-failed", ("detail", failure)) : null,
        defects = Defects.Select(defect => new { file = defect.Place.File, line = defect.Place.Line, code = defect.Code, message = speaker.Say(defect) }),
    };
}
