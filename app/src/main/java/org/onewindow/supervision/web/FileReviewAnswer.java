package org.onewindow.supervision.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.FileReview;
import org.onewindow.supervision.FileReviews;
import org.onewindow.supervision.ReviewedFile;
import org.onewindow.supervision.ReviewedFile.Grade;

/** A file review with its files and the report per department. */
record FileReviewAnswer(FileReview review, List<ReviewedFile> files, List<Line> report) {

    /**
     * A line of the report.
     *
     * @param averageScore to one decimal; null where nothing is scored yet
     * @param grades how many files came to which
     */
    record Line(
            String department,
            int files,
            int scored,
            @Nullable BigDecimal averageScore,
            Map<Grade, Integer> grades) {

        /** How many came to a grade. */
        int count(Grade grade) {
            return grades.getOrDefault(grade, 0);
        }

        static Line of(String department, List<ReviewedFile> files) {
            Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
            int sum = 0;
            int scored = 0;
            for (ReviewedFile file : files) {
                Integer score = file.score();
                Grade grade = file.grade();
                if (score != null && grade != null) {
                    scored++;
                    sum += score;
                    grades.merge(grade, 1, Integer::sum);
                }
            }
            return new Line(
                    department,
                    files.size(),
                    scored,
                    scored == 0
                            ? null
                            : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scored), 1, RoundingMode.HALF_UP),
                    grades);
        }
    }

    static FileReviewAnswer of(FileReviews.Whole whole) {
        return new FileReviewAnswer(whole.review(), whole.files(), report(whole.files()));
    }

    /** A line each department, by code. */
    static List<Line> report(List<ReviewedFile> files) {
        Map<String, List<ReviewedFile>> byDepartment = new TreeMap<>();
        files.forEach(file -> byDepartment
                .computeIfAbsent(file.department(), _ -> new java.util.ArrayList<>())
                .add(file));
        return byDepartment.entrySet().stream()
                .map(entry -> Line.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
