package org.onewindow.catalogue.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.CatalogueDifference;
import org.onewindow.catalogue.CatalogueFiling;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.ImportResult;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.Sheet;
import org.onewindow.catalogue.SpreadsheetFile;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whole catalogues as files (K9): in, out, an empty template, and what differs from another one. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueFileController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Catalogue catalogue;
    private final CatalogueFiling filing;

    CatalogueFileController(Catalogue catalogue, CatalogueFiling filing) {
        this.catalogue = catalogue;
        this.filing = filing;
    }

    /** What differs, row by row. */
    record Differences(List<CatalogueDifference> items) {}

    @PostMapping("/import")
    ImportResult importFile(
            Actor actor,
            @RequestBody byte[] file,
            @RequestParam(name = "file", defaultValue = "false") boolean atOnce) {
        mayImport(actor);
        CatalogueTables.Read tables = CatalogueTables.read(SpreadsheetFile.read(file), filing.regionRules());
        return filing.importTables(actor, tables, atOnce);
    }

    @PostMapping("/compare")
    Differences compare(Actor actor, @RequestBody byte[] file) {
        mayImport(actor);
        return new Differences(CatalogueDifference.between(ours(), SpreadsheetFile.read(file)));
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Actor actor) {
        mustBeStaff(actor);
        return answer("catalogue.xlsx", SpreadsheetFile.write(ours()));
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> template(Actor actor) {
        mustBeStaff(actor);
        return answer("catalogue-template.xlsx", SpreadsheetFile.write(CatalogueTables.template()));
    }

    /** Everything in effect and what was retired last. */
    private List<Sheet> ours() {
        List<ItemVersion> items = catalogue.all();
        Set<String> retired = new LinkedHashSet<>();
        items.stream().filter(item -> item.state() == State.RETIRED).forEach(item -> retired.add(item.code()));
        return CatalogueTables.write(items, retired, catalogue::windowsOf);
    }

    private static void mayImport(Actor actor) {
        if (!actor.has(Role.MANAGER) && !actor.has(Role.APPROVER)) {
            throw new NotAllowed("import a catalogue");
        }
    }

    private static void mustBeStaff(Actor actor) {
        if (actor.kind() != Actor.Kind.STAFF) {
            throw new NotAllowed("read the catalogue's files");
        }
    }

    private static ResponseEntity<byte[]> answer(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
