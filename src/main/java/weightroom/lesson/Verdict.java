package weightroom.lesson;

import java.util.Comparator;
import java.util.List;

/** What training said of a lesson; findings in the order of the file. */
public record Verdict(Lesson lesson, List<Finding> findings) {
    public Verdict {
        findings =
                findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    /** Whether all that the lesson says comes true. */
    public boolean holds() {
        return findings.stream().allMatch(Finding::holds);
    }

    /** How many claims or goals there are. */
    public long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
