package org.onewindow.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;

/** Lines of a notice as a spreadsheet. */
final class NoticeSheets {

    private static final double NAME_WIDTH = 24;
    private static final double NUMBER_WIDTH = 11;

    private final Texts texts;
    private final Locale locale;

    NoticeSheets(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** A sheet: its name, what the first column is called, the lines with their names, and all together. */
    record Table(String name, String label, List<NoticeLine> lines, List<String> names, NoticeLine total) {}

    byte[] write(List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "OneWindow", "1.0")) {
            tables.forEach(table -> write(table, workbook.newWorksheet(table.name())));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private void write(Table table, Worksheet sheet) {
        head(table, sheet);
        for (int i = 0; i < table.lines().size(); i++) {
            row(sheet, i + 1, table.names().get(i), table.lines().get(i));
        }
        int last = table.lines().size() + 1;
        row(sheet, last, texts.text(locale, "supervision.notice.total"), table.total());
        sheet.range(last, 0, last, NoticeFigure.values().length + 4)
                .style()
                .bold()
                .set();
    }

    private void head(Table table, Worksheet sheet) {
        sheet.width(0, NAME_WIDTH);
        sheet.value(0, 0, table.label());
        int column = 1;
        for (NoticeFigure figure : NoticeFigure.values()) {
            sheet.value(0, column++, texts.text(locale, "NoticeFigure." + figure));
        }
        for (String more : List.of("percent", "used", "promised", "open")) {
            sheet.value(0, column++, texts.text(locale, "supervision.notice." + more));
        }
        for (int i = 1; i < column; i++) {
            sheet.width(i, NUMBER_WIDTH);
        }
        sheet.range(0, 0, 0, column - 1).style().bold().wrapText(true).set();
        sheet.freezePane(1, 1);
    }

    private static void row(Worksheet sheet, int row, String name, NoticeLine line) {
        sheet.value(row, 0, name);
        int column = 1;
        for (NoticeFigure figure : NoticeFigure.values()) {
            sheet.value(row, column++, line.count(figure));
        }
        number(sheet, row, column++, line.onTimePercent());
        number(sheet, row, column++, line.averageUsed());
        number(sheet, row, column++, line.averagePromised());
        sheet.value(row, column, line.open());
    }

    /** Nothing where nothing was measured: not 0, which would be a result. */
    private static void number(Worksheet sheet, int row, int column, @Nullable Number value) {
        if (value != null) {
            sheet.value(row, column, value);
        }
    }
}
