package org.onewindow.supervision;

import java.util.List;
import java.util.Locale;
import org.onewindow.cases.CentrePapers;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.documents.DocumentKey;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.Documents;
import org.onewindow.documents.NoticePaper;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.model.NoticeLines;
import org.springframework.stereotype.Component;

/** A notice as a paper, kept once it was made, and as a spreadsheet. */
@Component
public class NoticePapers {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final Documents documents;
    private final CentrePapers centre;
    private final Divisions divisions;
    private final CentreTime time;
    private final Texts texts;

    NoticePapers(Documents documents, CentrePapers centre, Divisions divisions, CentreTime time, Texts texts) {
        this.documents = documents;
        this.centre = centre;
        this.divisions = divisions;
        this.time = time;
        this.texts = texts;
    }

    /** The paper's number. */
    public String number(Notice notice) {
        return centre.number(DocumentKind.NOTICE, time.dayOf(notice.until()).getYear(), notice.serial());
    }

    /** The paper. */
    public Pdf pdf(Notice notice) {
        String number = number(notice);
        DocumentKey key = DocumentKey.of(Centre.OURS, "notice/" + notice.id(), DocumentKind.NOTICE, 1, number);
        return documents.pdf(key, () -> model(notice, number), Paper.A4);
    }

    private NoticePaper model(Notice notice, String number) {
        return new NoticePaper(
                centre.head(number, time.dayOf(notice.until()), null, "/supervision/notices/" + notice.id()),
                NoticePaper.Period.valueOf(notice.kind().name()),
                notice.firstDay(),
                notice.lastDay(),
                notice.until(),
                NoticeLines.byDepartment(notice.lines()).stream()
                        .map(line -> row(department(line.department()), line))
                        .toList(),
                NoticeLines.byDivision(notice.lines()).stream()
                        .map(line -> row(region(line.division(), PAPER), line))
                        .toList(),
                row("", NoticeLines.total(notice.lines())),
                notice.late() ? notice.madeAt() : null);
    }

    private String department(String code) {
        return divisions.findDepartment(code).map(Department::shortName).orElse(code);
    }

    /** A region of a notice: a township, or the county's own hall. */
    public String region(String division, Locale locale) {
        return division.isEmpty()
                ? texts.text(locale, "supervision.notice.hall")
                : divisions.find(division).map(Division::name).orElse(division);
    }

    private static NoticePaper.Row row(String name, NoticeLine line) {
        return new NoticePaper.Row(
                name,
                line.count(NoticeFigure.RECEIVED),
                line.count(NoticeFigure.ACCEPTED),
                line.count(NoticeFigure.NOT_ACCEPTED),
                line.count(NoticeFigure.SUPPLEMENTS),
                line.count(NoticeFigure.SUSPENDED),
                line.count(NoticeFigure.EXTENDED),
                line.count(NoticeFigure.COMPLETED),
                line.count(NoticeFigure.ON_TIME),
                line.count(NoticeFigure.LATE),
                line.onTimePercent(),
                line.averageUsed(),
                line.averagePromised(),
                line.count(NoticeFigure.WARNED),
                line.count(NoticeFigure.YELLOW),
                line.count(NoticeFigure.RED),
                line.count(NoticeFigure.LIFTED),
                line.open());
    }

    /** The figures as a spreadsheet: a sheet by department and one by region, numbers as numbers. */
    public byte[] spreadsheet(Notice notice, Locale locale) {
        List<NoticeLine> departments = NoticeLines.byDepartment(notice.lines());
        List<NoticeLine> regions = NoticeLines.byDivision(notice.lines());
        NoticeLine total = NoticeLines.total(notice.lines());
        NoticeSheets sheets = new NoticeSheets(texts, locale);
        return sheets.write(List.of(
                new NoticeSheets.Table(
                        texts.text(locale, "supervision.notice.by-department"),
                        texts.text(locale, "supervision.notice.department"),
                        departments,
                        departments.stream()
                                .map(line -> department(line.department()))
                                .toList(),
                        total),
                new NoticeSheets.Table(
                        texts.text(locale, "supervision.notice.by-region"),
                        texts.text(locale, "supervision.notice.region"),
                        regions,
                        regions.stream()
                                .map(line -> region(line.division(), locale))
                                .toList(),
                        total)));
    }
}
