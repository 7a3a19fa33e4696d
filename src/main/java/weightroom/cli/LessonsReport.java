package weightroom.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import weightroom.lesson.Course;
import weightroom.lesson.Finding;
import weightroom.lesson.Verdict;

/** What {@code lessons check} found, for people and for programs. */
record LessonsReport(Path folder, List<Verdict> verdicts, List<Course.Fault> faults) {
    /** One line for each lesson, and what is wrong with it below. */
    void printText(PrintWriter out, int runs) {
        for (Verdict verdict : verdicts) {
            String id = verdict.lesson().id();
            if (verdict.holds()) {
                out.println(Text.of(
                        "lessons.good", id, verdict.count(Finding.Kind.CLAIM), verdict.count(Finding.Kind.GOAL)));
            } else {
                out.println(Text.of("lessons.false", id));
                verdict.findings().stream()
                        .filter(finding -> !finding.holds())
                        .forEach(finding -> print(out, id, finding));
            }
        }
        for (Course.Fault fault : faults) {
            out.println(Text.of("lessons.bad", fault.message()));
        }
        long good = verdicts.stream().filter(Verdict::holds).count();
        out.println(Text.of(
                "lessons.sum", verdicts.size() + faults.size(), good, verdicts.size() - good, faults.size(), runs));
    }

    private void print(PrintWriter out, String id, Finding finding) {
        out.println(Text.of(
                "lessons.finding",
                folder.resolve(id) + ".md",
                Integer.toString(finding.line()),
                Text.of("lessons.kind." + finding.kind()),
                finding.text()));
        finding.problems().forEach(problem -> out.println(Text.of("lessons.problem", problem)));
    }

    /** One object on one line. */
    void printJson(PrintWriter out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = new JsonFactory().createGenerator(text)) {
            to.writeStartObject();
            to.writeArrayFieldStart("lessons");
            for (Verdict verdict : verdicts) {
                write(to, verdict);
            }
            to.writeEndArray();
            to.writeArrayFieldStart("faults");
            for (Course.Fault fault : faults) {
                to.writeStartObject();
                to.writeStringField("lesson", fault.id());
                to.writeStringField("message", fault.message());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        out.println(text);
    }

    private static void write(JsonGenerator to, Verdict verdict) throws IOException {
        to.writeStartObject();
        to.writeStringField("lesson", verdict.lesson().id());
        to.writeBooleanField("holds", verdict.holds());
        to.writeArrayFieldStart("findings");
        for (Finding finding : verdict.findings()) {
            to.writeStartObject();
            to.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
            to.writeNumberField("line", finding.line());
            to.writeStringField("text", finding.text());
            to.writeNumberField("seeds", finding.seeds());
            to.writeNumberField("held", finding.held());
            to.writeBooleanField("holds", finding.holds());
            to.writeArrayFieldStart("problems");
            for (String problem : finding.problems()) {
                to.writeString(problem);
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }
}
