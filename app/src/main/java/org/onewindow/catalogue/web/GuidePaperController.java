package org.onewindow.catalogue.web;

import java.nio.charset.StandardCharsets;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.documents.Pdf;
import org.onewindow.kernel.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Guides to print, for everybody. */
@RestController
class GuidePaperController {

    private final Catalogue catalogue;
    private final GuidePapers papers;

    GuidePaperController(Catalogue catalogue, GuidePapers papers) {
        this.catalogue = catalogue;
        this.papers = papers;
    }

    @GetMapping("/items/{code}/guide.pdf")
    ResponseEntity<byte[]> guide(@PathVariable String code) {
        ItemVersion item = item(code);
        return answer(item, papers.serviceGuide(item));
    }

    @GetMapping("/items/{code}/card.pdf")
    ResponseEntity<byte[]> card(@PathVariable String code) {
        ItemVersion item = item(code);
        return answer(item, papers.onePageGuide(item));
    }

    private ItemVersion item(String code) {
        return catalogue.inEffect(code).orElseThrow(() -> new NotFound("item " + code));
    }

    private static ResponseEntity<byte[]> answer(ItemVersion item, Pdf pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(item.code() + "-" + pdf.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf.bytes());
    }
}
