#include "page_files.h"

// The compiler knows #embed of C23 in every version of C, and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char index_html[] = {
#embed "files/index.html"
};
static const unsigned char page_css[] = {
#embed "files/page.css"
};
static const unsigned char page_js[] = {
#embed "files/page.js"
};
static const unsigned char messages_js[] = {
#embed "files/messages.js"
};
static const unsigned char words_js[] = {
#embed "files/words.js"
};
static const unsigned char server_js[] = {
#embed "files/server.js"
};
static const unsigned char intake_js[] = {
#embed "files/intake.js"
};
static const unsigned char tables_js[] = {
#embed "files/tables.js"
};
static const unsigned char uploads_js[] = {
#embed "files/uploads.js"
};
static const unsigned char list_js[] = {
#embed "files/list.js"
};
static const unsigned char form_js[] = {
#embed "files/form.js"
};
static const unsigned char sheet_js[] = {
#embed "files/sheet.js"
};
static const unsigned char editor_js[] = {
#embed "files/editor.js"
};
static const unsigned char light_js[] = {
#embed "files/light.js"
};
static const unsigned char source_js[] = {
#embed "files/source.js"
};
static const unsigned char findings_js[] = {
#embed "files/findings.js"
};
static const unsigned char texts_json[] = {
#embed "files/texts.json"
};
static const unsigned char openapi_json[] = {
#embed "files/openapi.json"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct page_file files[] = {
  FILE("index.html", index_html),
  FILE("page.css", page_css),
  FILE("page.js", page_js),
  FILE("messages.js", messages_js),
  FILE("words.js", words_js),
  FILE("server.js", server_js),
  FILE("intake.js", intake_js),
  FILE("tables.js", tables_js),
  FILE("uploads.js", uploads_js),
  FILE("list.js", list_js),
  FILE("form.js", form_js),
  FILE("sheet.js", sheet_js),
  FILE("editor.js", editor_js),
  FILE("light.js", light_js),
  FILE("source.js", source_js),
  FILE("findings.js", findings_js),
  FILE("texts.json", texts_json),
  FILE("openapi.json", openapi_json),
};

struct page_file page_file_at(size_t number) {
  struct page_file none = {0};
  return number < sizeof files / sizeof *files ? files[number] : none;
}
