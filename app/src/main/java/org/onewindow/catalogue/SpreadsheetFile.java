package org.onewindow.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.onewindow.kernel.InvalidInput;

/** Sheets as a spreadsheet (xlsx) or as CSV files in a zip. */
public final class SpreadsheetFile {

    /** A county's catalogue has some megabytes; beyond this a file was made to fill memory, not to be read. */
    private static final long MOST_BYTES_UNPACKED = 64L << 20;

    private static final int MOST_FILES = 100;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final double COLUMN_WIDTH = 18;

    private SpreadsheetFile() {}

    /** Writes every sheet with its columns as the first row, which stays in sight. */
    public static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "OneWindow", "1.0")) {
            for (Sheet sheet : sheets) {
                Worksheet worksheet = workbook.newWorksheet(sheet.name());
                for (int column = 0; column < sheet.columns().size(); column++) {
                    worksheet.value(0, column, sheet.columns().get(column));
                    worksheet.style(0, column).bold().set();
                    worksheet.width(column, COLUMN_WIDTH);
                }
                worksheet.freezePane(0, 1);
                for (int row = 0; row < sheet.rows().size(); row++) {
                    for (int column = 0; column < sheet.columns().size(); column++) {
                        String text = sheet.rows().get(row).text(sheet.columns().get(column));
                        if (!text.isEmpty()) {
                            worksheet.value(row + 1, column, text);
                        }
                    }
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads either kind, told by what is inside.
     *
     * @throws InvalidInput when it is neither, broken, or too large
     */
    public static List<Sheet> read(byte[] file) {
        Map<String, byte[]> entries = unpack(file);
        try {
            return entries.containsKey(CONTENT_TYPES) ? workbook(file) : csv(entries);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInput invalid) {
                throw invalid;
            }
            throw new InvalidInput("", "spreadsheet");
        }
    }

    private static Map<String, byte[]> unpack(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream packed = zip.getInputStream(entry)) {
                    byte[] content = packed.readNBytes((int) (MOST_BYTES_UNPACKED - unpacked + 1));
                    unpacked += content.length;
                    if (unpacked > MOST_BYTES_UNPACKED || entries.size() >= MOST_FILES) {
                        throw new InvalidInput("", "spreadsheet-size");
                    }
                    entries.put(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new InvalidInput("", "spreadsheet");
        }
        if (entries.isEmpty()) {
            throw new InvalidInput("", "spreadsheet");
        }
        return entries;
    }

    private static List<Sheet> csv(Map<String, byte[]> entries) throws CharacterCodingException {
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
            if (name.endsWith(".csv")) {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(entry.getValue()))
                        .toString();
                sheets.add(Sheet.ofCsv(name.substring(0, name.length() - ".csv".length()), text));
            }
        }
        return sheets;
    }

    private static List<Sheet> workbook(byte[] file) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> lines = new ArrayList<>();
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> {
                        // A row nothing was written in isn't in the file; the number a person sees must stay right.
                        while (lines.size() < row.getRowNum() - 1) {
                            lines.add(List.of());
                        }
                        lines.add(cells(row));
                    });
                }
                sheets.add(Sheet.of(sheet.getName(), lines));
            }
        }
        return sheets;
    }

    private static List<String> cells(Row row) {
        String[] cells = new String[row.getCellCount()];
        Arrays.fill(cells, "");
        for (int column = 0; column < cells.length; column++) {
            if (row.hasCell(column)) {
                Cell cell = row.getCell(column);
                // an empty cell has no text at all
                cells[column] = cell == null ? "" : Objects.requireNonNullElse(cell.getText(), "");
            }
        }
        return List.of(cells);
    }
}
