// Generated from plugins/itam-backend/src/schema/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "ITAM register",
    "version": "1",
    "description": "Assets, licences and contracts with their cost. Amounts are decimal strings with an ISO 4217 currency; dates are calendar dates; months are written YYYY-MM. Money fields are left out, not zeroed, for callers who may not see them.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/records": {
      "post": {
        "operationId": "createRecord",
        "summary": "Register a record. Its name is made from tag, number or title when none is given.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewRecord"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The record; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listRecords",
        "summary": "List records the caller may read, filtered, sorted and paged.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ItamKind"
            }
          },
          {
            "name": "class",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AssetClass"
            }
          },
          {
            "name": "stage",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/LifecycleStage"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or User ref; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "assignee",
            "in": "query",
            "allowReserved": true,
            "description": "Who the record is assigned to or, of a licence, who has a seat in force today.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "ownerState",
            "in": "query",
            "description": "none has records that name no owner; unknown those whose owner the catalog does not have.",
            "schema": {
              "$ref": "#/components/schemas/OwnerState"
            }
          },
          {
            "name": "assigneeState",
            "in": "query",
            "description": "unknown has what is held by somebody whom the catalog does not have.",
            "schema": {
              "$ref": "#/components/schemas/AssigneeState"
            }
          },
          {
            "name": "service",
            "in": "query",
            "allowReserved": true,
            "description": "Service the record is used by; systems and domains include their parts.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "endsFrom",
            "in": "query",
            "description": "Only records whose endsOn is this day or later.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "endsTo",
            "in": "query",
            "description": "Only records whose endsOn is this day or earlier.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of name, title, tag, serial number, model or product.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "retired",
            "in": "query",
            "description": "Lists records that went away instead of live ones.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "title",
                "ref",
                "kind",
                "stage",
                "owner",
                "vendor",
                "endsOn",
                "updatedAt"
              ]
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of records; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/counts": {
      "get": {
        "operationId": "countRecords",
        "summary": "How many records the caller may read, counted by one of their fields.",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "required": true,
            "description": "group counts what each group and person owns, with what the groups below own; assignee what each person or group holds, seats included.",
            "schema": {
              "$ref": "#/components/schemas/CountDimension"
            }
          },
          {
            "name": "across",
            "in": "query",
            "description": "Counts each item by this field as well. Only by kind, class, stage and owner.",
            "schema": {
              "$ref": "#/components/schemas/CountField"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ItamKind"
            }
          },
          {
            "name": "class",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AssetClass"
            }
          },
          {
            "name": "stage",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/LifecycleStage"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or User ref; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "assignee",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "ownerState",
            "in": "query",
            "description": "none has records that name no owner; unknown those whose owner the catalog does not have.",
            "schema": {
              "$ref": "#/components/schemas/OwnerState"
            }
          },
          {
            "name": "assigneeState",
            "in": "query",
            "description": "unknown has what is held by somebody whom the catalog does not have.",
            "schema": {
              "$ref": "#/components/schemas/AssigneeState"
            }
          },
          {
            "name": "service",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of name, title, tag, serial number, model or product.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The largest counts first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordCounts"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/export": {
      "get": {
        "operationId": "exportRecords",
        "summary": "Export records of one kind with a column for each field, to be edited and imported again.",
        "description": "Amounts are left out where the caller may not see them. In CSV, cells that a spreadsheet would run as formulas have an apostrophe before them, which an import takes away.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/ItamKind"
            }
          },
          {
            "name": "format",
            "in": "query",
            "description": "csv when absent.",
            "schema": {
              "type": "string",
              "enum": [
                "csv",
                "xlsx"
              ]
            }
          },
          {
            "name": "class",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AssetClass"
            }
          },
          {
            "name": "stage",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/LifecycleStage"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Group or User ref; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of name, title, tag, serial number, model or product.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The file.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              },
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}": {
      "put": {
        "operationId": "updateRecord",
        "summary": "Change a registered record as a whole; 409 for one that a catalog file declares.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "Prefer",
            "in": "header",
            "description": "return=minimal (RFC 7240) for an answer without a body.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RecordInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The record as changed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "204": {
            "description": "Done, as return=minimal asked for; the ETag is the version it has now."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "retireRecord",
        "summary": "Retire a registered record: its past stays, its cost ends with this month.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "reason",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Retired."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "getRecord",
        "summary": "One record with everything the caller may see of it.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The record; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/costs": {
      "get": {
        "operationId": "getCosts",
        "summary": "Cost of one node by month, with its breakdown and coverage.",
        "parameters": [
          {
            "name": "of",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "An entity ref (component, system, resource, api, domain, group, user, asset, license, contract), supplier:SLUG, class:CLASS, cost-center:CODE, or all.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "First month; default is eleven months before the current one.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Last month, inclusive; default is the current one. At most 120 months.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "by",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/CostDimension"
            }
          },
          {
            "name": "basis",
            "in": "query",
            "description": "Default: owned for groups and users, used for the rest.",
            "schema": {
              "$ref": "#/components/schemas/CostBasis"
            }
          },
          {
            "name": "view",
            "in": "query",
            "description": "accrued (the default) spreads costs over the months they are for; invoiced has them in full on their date.",
            "schema": {
              "$ref": "#/components/schemas/CostView"
            }
          },
          {
            "name": "currency",
            "in": "query",
            "description": "Reporting currency; default from configuration.",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CostAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/costs/query": {
      "post": {
        "operationId": "queryCosts",
        "summary": "Cost of many nodes at once, one answer or error per node.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "of"
                ],
                "properties": {
                  "of": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 200,
                    "items": {
                      "$ref": "#/components/schemas/NodeRef"
                    }
                  },
                  "from": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "to": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "by": {
                    "$ref": "#/components/schemas/CostDimension"
                  },
                  "basis": {
                    "$ref": "#/components/schemas/CostBasis"
                  },
                  "view": {
                    "$ref": "#/components/schemas/CostView"
                  },
                  "currency": {
                    "type": "string",
                    "pattern": "^[A-Z]{3}$"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "In the order asked.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "additionalProperties": false,
                        "required": [
                          "of"
                        ],
                        "properties": {
                          "of": {
                            "type": "string"
                          },
                          "costs": {
                            "$ref": "#/components/schemas/CostAnswer"
                          },
                          "error": {
                            "type": "string",
                            "enum": [
                              "not-allowed",
                              "not-found"
                            ]
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/schedule": {
      "get": {
        "operationId": "getSchedule",
        "summary": "The depreciation of an asset, past and future, by month or fiscal year; 404 when it has none.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "by",
            "in": "query",
            "description": "Default fiscal-year.",
            "schema": {
              "type": "string",
              "enum": [
                "month",
                "fiscal-year"
              ]
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The schedule; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DepreciationSchedule"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/servicings": {
      "get": {
        "operationId": "listServicings",
        "summary": "What was done to keep a record working, newest first.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Servicing records; amounts are left out without permission.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ServicingList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "addServicing",
        "summary": "Record a servicing, with its invoice and the date the next one is due.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewServicing"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The servicing as recorded.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Servicing"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/servicings/{id}": {
      "delete": {
        "operationId": "voidServicing",
        "summary": "Take back a servicing recorded in error; it stays in the history.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Taken back."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/usage": {
      "get": {
        "operationId": "getUsage",
        "summary": "Measured use of a licence, newest first.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "from",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "to",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Measurements, at most 5000.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UsageList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "addUsage",
        "summary": "Record measured use of a licence. A measurement of the same kind, day and holder replaces the former.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewUsage"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How many measurements were new, changed or the same.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UsageAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/costs/comparison": {
      "get": {
        "operationId": "compareCosts",
        "summary": "Why the cost of a node differs between two periods: new, ended, price, quantity, share, schedule, exchange rate, adjustments.",
        "parameters": [
          {
            "name": "of",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "What the figures are of, as in GET /costs.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "First month of the period; default is the current month.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Last month, inclusive; default is from.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "baseFrom",
            "in": "query",
            "description": "First month of the period compared with; default is the period of the same length before.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "baseTo",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "basis",
            "in": "query",
            "description": "Default: owned for groups and users, used for the rest.",
            "schema": {
              "$ref": "#/components/schemas/CostBasis"
            }
          },
          {
            "name": "view",
            "in": "query",
            "description": "accrued (the default) spreads costs over the months they are for; invoiced has them in full on their date.",
            "schema": {
              "$ref": "#/components/schemas/CostView"
            }
          },
          {
            "name": "currency",
            "in": "query",
            "description": "Reporting currency; default from configuration.",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "by",
            "in": "query",
            "description": "What the lines are: records that differ (the default), or suppliers with all they cost in either period.",
            "schema": {
              "type": "string",
              "enum": [
                "record",
                "supplier"
              ]
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv",
                "xlsx"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The comparison; also as text/csv and as a workbook.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CostComparison"
                }
              },
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              },
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/forecast": {
      "get": {
        "operationId": "getForecast",
        "summary": "What a node has cost and is going to cost: actual, committed and expected, apart.",
        "parameters": [
          {
            "name": "of",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "What the figures are of, as in GET /costs.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "First month; default is the first month of the current fiscal year.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Last month, inclusive; default is the last of the fiscal year of from. At most 60 months.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "basis",
            "in": "query",
            "description": "Default: owned for groups and users, used for the rest.",
            "schema": {
              "$ref": "#/components/schemas/CostBasis"
            }
          },
          {
            "name": "view",
            "in": "query",
            "description": "accrued (the default) spreads costs over the months they are for; invoiced has them in full on their date.",
            "schema": {
              "$ref": "#/components/schemas/CostView"
            }
          },
          {
            "name": "currency",
            "in": "query",
            "description": "Reporting currency; default from configuration.",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The forecast; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Forecast"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/licenses/position": {
      "get": {
        "operationId": "listLicensePositions",
        "summary": "How every product stands: entitled, consumed, unused, what is missing and what it costs.",
        "parameters": [
          {
            "name": "asOf",
            "in": "query",
            "description": "Default is today.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of the product or publisher.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or User; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "metric",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/LicenseMetric"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/PositionState"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "balance (the default) has the shortest pools first.",
            "schema": {
              "type": "string",
              "enum": [
                "product",
                "balance",
                "waste",
                "trueUp"
              ]
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of pools; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LicensePositionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/licenses/position/range": {
      "get": {
        "operationId": "getLicensePositionRange",
        "summary": "The pool a licence belongs to, month by month, with who could give a seat back.",
        "parameters": [
          {
            "name": "license",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "Ref of any licence of the pool.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "First month; default is eleven months before the last.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Last month; default is the current one. At most 60 months.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The pool.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LicensePositionRange"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/renewals": {
      "get": {
        "operationId": "listRenewals",
        "summary": "Contracts and licences whose term ends, or whose notice has to be given, in a range of days.",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "description": "Default is today.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Inclusive; default is 90 days after from.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/RenewalState"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or User; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "decision",
            "in": "query",
            "description": "Only those whose notice deadline lies in the range.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page in order of the next date; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RenewalPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/suppliers": {
      "get": {
        "operationId": "listSuppliers",
        "summary": "Suppliers of the records the caller may read, with how many contracts, licences and assets each has and the next date to act on.",
        "parameters": [
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of the title or of the slug.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "description": "Only this supplier.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "vendor",
                "contracts",
                "licenses",
                "assets",
                "nextDecision"
              ]
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of suppliers; what they cost is asked with POST /costs/query.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SupplierPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/suppliers/{vendor}/title": {
      "put": {
        "operationId": "putSupplierTitle",
        "summary": "Call a supplier something, wherever people see it.",
        "parameters": [
          {
            "name": "vendor",
            "in": "path",
            "required": true,
            "description": "Slug that records name the supplier by.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "title"
                ],
                "properties": {
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What it is called now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SupplierTitle"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteSupplierTitle",
        "summary": "Take the title of a supplier away, so that it is called by its slug.",
        "parameters": [
          {
            "name": "vendor",
            "in": "path",
            "required": true,
            "description": "Slug that records name the supplier by.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Taken away."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/renewals.ics": {
      "get": {
        "operationId": "getRenewalsCalendar",
        "summary": "Deadlines of the records of a person as an iCalendar, for calendars to subscribe to. Needs no credentials but the token.",
        "security": [],
        "parameters": [
          {
            "name": "token",
            "in": "query",
            "required": true,
            "description": "Of POST /calendar-tokens.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A calendar of all-day events; ETag and If-None-Match are honoured.",
            "content": {
              "text/calendar": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/.well-known/schemas/{file}": {
      "get": {
        "operationId": "getEntitySchema",
        "summary": "The JSON schema of catalog files, for editors. Needs no credentials.",
        "security": [],
        "parameters": [
          {
            "name": "file",
            "in": "path",
            "required": true,
            "description": "catalog-file.json for files with any kinds; asset.json, license.json, contract.json for one.",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A schema of draft 7; ETag and If-None-Match are honoured.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": true
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendar-tokens": {
      "get": {
        "operationId": "listCalendarTokens",
        "summary": "The calendar tokens of the caller, a person. Confirms them.",
        "responses": {
          "200": {
            "description": "Oldest first, without their secrets.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CalendarTokenList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCalendarToken",
        "summary": "Make a calendar token for the caller, a person. Its secret is in this answer alone, so that a repetition makes another token.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewCalendarToken"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The token with its secret.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CreatedCalendarToken"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendar-tokens/{id}": {
      "delete": {
        "operationId": "revokeCalendarToken",
        "summary": "Revoke a calendar token of the caller; its feed is closed at once.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Revoked."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings": {
      "get": {
        "operationId": "listFindings",
        "summary": "Rules that records the caller may read break, the gravest first. What is about money only with the record's cost.",
        "parameters": [
          {
            "name": "rule",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "area",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/PolicyArea"
            }
          },
          {
            "name": "practice",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/PolicyPractice"
            }
          },
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/PolicySeverity"
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Open ones when absent.",
            "schema": {
              "$ref": "#/components/schemas/FindingState"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/FindingKind"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or User ref; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "record",
            "in": "query",
            "allowReserved": true,
            "description": "Ref of one record.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "description": "Supplier of the record.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "severity",
                "firstSeen",
                "rule",
                "record"
              ]
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of findings, counted by severity and area.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingPage"
                }
              },
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{id}": {
      "get": {
        "operationId": "getFinding",
        "summary": "One finding with the states it had.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The finding; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{id}/accept": {
      "post": {
        "operationId": "acceptFinding",
        "summary": "Set a finding aside until a day, with a reason.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The finding.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{id}/reopen": {
      "post": {
        "operationId": "reopenFinding",
        "summary": "Take back that a finding was set aside.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SettleReason"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The finding.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies": {
      "get": {
        "operationId": "listPolicies",
        "summary": "The rules, how they are set, and how many findings of each the caller may see.",
        "responses": {
          "200": {
            "description": "The rules.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries": {
      "get": {
        "operationId": "listDiscoveries",
        "summary": "Products and suppliers that discovery lists name, and what they are matched to.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DiscoveryKind"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DiscoveryState"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of the name.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "lastSeen"
              ]
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of discovered products and suppliers.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryPage"
                }
              },
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries/software": {
      "post": {
        "operationId": "addDiscoveredSoftware",
        "summary": "Take a list of software that a tool found. Entries of the same product, device and user replace each other.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "description": "The tool or system the list is of, where the body is CSV; JSON says it itself.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SoftwareList"
              }
            },
            "text/csv": {
              "schema": {
                "description": "A header and one entry a row; what it says is checked as JSON is."
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What became of the entries.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries/spend": {
      "post": {
        "operationId": "addDiscoveredSpend",
        "summary": "Take a list of money spent. Entries that are there already change nothing.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "description": "The tool or system the list is of, where the body is CSV; JSON says it itself.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SpendList"
              }
            },
            "text/csv": {
              "schema": {
                "description": "A header and one entry a row; what it says is checked as JSON is."
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What became of the entries.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries/{id}": {
      "get": {
        "operationId": "getDiscovery",
        "summary": "One discovered product or supplier with where it was found.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The product or supplier; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries/{id}/map": {
      "post": {
        "operationId": "mapDiscovery",
        "summary": "Say which product or supplier of the register it is, for the lists that follow too.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/MapInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The product or supplier.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries/{id}/dismiss": {
      "post": {
        "operationId": "dismissDiscovery",
        "summary": "Say that it needs no record, with a reason.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SettleReason"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The product or supplier.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/discoveries/{id}/reopen": {
      "post": {
        "operationId": "reopenDiscovery",
        "summary": "Take back what a person decided; the rules match it again.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SettleReason"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The product or supplier.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DiscoveryDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audits": {
      "get": {
        "operationId": "listAudits",
        "summary": "Audits, the newest first.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AuditState"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of audits.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createAudit",
        "summary": "Open an audit over a scope. What the register has there is frozen as what is expected.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewAudit"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The audit; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Audit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audits/{id}": {
      "get": {
        "operationId": "getAudit",
        "summary": "One audit with its counts.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The audit; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Audit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audits/{id}/items": {
      "get": {
        "operationId": "listAuditItems",
        "summary": "What an audit expects and what it found, of records the caller may read.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AuditOutcome"
            }
          },
          {
            "name": "discrepancy",
            "in": "query",
            "description": "Of a closed audit, only what differs in this.",
            "schema": {
              "$ref": "#/components/schemas/AuditDiscrepancy"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of title, tag or serial number.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of items.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditItemPage"
                }
              },
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "observeAuditItem",
        "summary": "Record what was found. A later observation of the same replaces the former.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Observation"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The item as observed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditItem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audits/{id}/close": {
      "post": {
        "operationId": "closeAudit",
        "summary": "Close an audit and say what differs; it never changes again. Can carry places and days seen into registered records.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CloseInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The audit.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Audit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/budgets": {
      "get": {
        "operationId": "listBudgets",
        "summary": "Budgets the caller may see, with what is spent, committed and expected.",
        "parameters": [
          {
            "name": "fiscalYear",
            "in": "query",
            "description": "Calendar year of its last month; default is the current one.",
            "schema": {
              "$ref": "#/components/schemas/FiscalYear"
            }
          },
          {
            "name": "of",
            "in": "query",
            "allowReserved": true,
            "description": "Only the budget of this node.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "currency",
            "in": "query",
            "description": "Shows all budgets in this currency, each month at its rate; default is the currency of each budget.",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Budgets; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BudgetList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/budgets/{fiscalYear}/{of}": {
      "get": {
        "operationId": "getBudget",
        "summary": "One budget with its months and what explains its variance.",
        "parameters": [
          {
            "name": "fiscalYear",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/FiscalYear"
            }
          },
          {
            "name": "of",
            "in": "path",
            "required": true,
            "description": "Node as in GET /costs, percent-encoded.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The budget; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BudgetDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "putBudget",
        "summary": "Set a budget. What is forecast at that moment is kept, to explain the variance later.",
        "parameters": [
          {
            "name": "fiscalYear",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/FiscalYear"
            }
          },
          {
            "name": "of",
            "in": "path",
            "required": true,
            "description": "Node as in GET /costs, percent-encoded.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "If-None-Match",
            "in": "header",
            "description": "An asterisk, to create what must not exist yet.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BudgetInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The budget as set.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BudgetDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteBudget",
        "summary": "Remove a budget; it stays in the history.",
        "parameters": [
          {
            "name": "fiscalYear",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/FiscalYear"
            }
          },
          {
            "name": "of",
            "in": "path",
            "required": true,
            "description": "Node as in GET /costs, percent-encoded.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Removed."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/rates": {
      "get": {
        "operationId": "listRates",
        "summary": "Exchange rates, newest first, and currencies in use without any.",
        "parameters": [
          {
            "name": "currency",
            "in": "query",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "from",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "to",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of rates.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RatePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "putRates",
        "summary": "Set rates by hand; they win over the file.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RatesInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How many were new, changed or the same.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RatesAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteRate",
        "summary": "Take back a rate set by hand, so that the one of the file counts again.",
        "parameters": [
          {
            "name": "date",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "currency",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Taken back."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/closing": {
      "get": {
        "operationId": "getClosing",
        "summary": "Up to which month the books are closed.",
        "responses": {
          "200": {
            "description": "The closing; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Closing"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "putClosing",
        "summary": "Close months, or open them again. Later changes to closed months appear in the first open one as prior-period adjustment.",
        "parameters": [
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ClosingInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The closing as set.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Closing"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reports/depreciation": {
      "get": {
        "operationId": "getDepreciationReport",
        "summary": "Fixed-asset roll-forward: cost, additions, disposals, depreciation and book value from the first to the last month.",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "description": "First month; default is the first of the current fiscal year.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Last month; default is the current one.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "by",
            "in": "query",
            "description": "Default class.",
            "schema": {
              "type": "string",
              "enum": [
                "class",
                "owner",
                "cost-center",
                "supplier",
                "record"
              ]
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The report; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DepreciationReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/restore": {
      "post": {
        "operationId": "restoreRecord",
        "summary": "Take a registered record that was retired back into the register.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "Prefer",
            "in": "header",
            "description": "return=minimal (RFC 7240) for an answer without a body.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RestoreInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The record.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "204": {
            "description": "Done, as return=minimal asked for; the ETag is the version it has now."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/history": {
      "get": {
        "operationId": "listHistory",
        "summary": "What happened to a record, newest first.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of the history.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/HistoryPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/transition": {
      "post": {
        "operationId": "transitionRecord",
        "summary": "Take an asset one step through its life cycle, with the evidence the step asks for.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "Prefer",
            "in": "header",
            "description": "return=minimal (RFC 7240) for an answer without a body.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TransitionInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The record after the step.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "204": {
            "description": "Done, as return=minimal asked for; the ETag is the version it has now."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/transitions": {
      "post": {
        "operationId": "transitionRecords",
        "summary": "The same step for many assets. Every asset is a change of its own, unless all are to succeed or none.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BulkTransitionInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "One outcome for each asset, in the order asked.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BulkAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/assignments": {
      "get": {
        "operationId": "listAssignments",
        "summary": "Who holds or held a record: an asset, pieces of a stock, or seats of a licence; newest first.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "open",
            "in": "query",
            "description": "Only those that have not ended.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of assignments.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AssignmentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "assignRecord",
        "summary": "Hand out an asset, pieces of a stock or seats of a licence; with dueBack it is a loan.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating a request with the same key and body gives the first answer again.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AssignmentInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The record.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/assignments/return": {
      "post": {
        "operationId": "returnAssignments",
        "summary": "Take assets, pieces or seats back. What was held stays in the history.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change starts from.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "Prefer",
            "in": "header",
            "description": "return=minimal (RFC 7240) for an answer without a body.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReturnInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The record.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "204": {
            "description": "Done, as return=minimal asked for; the ETag is the version it has now."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/services/{kind}/{namespace}/{name}/software": {
      "get": {
        "operationId": "getServiceSoftware",
        "summary": "The components of a service by its newest bill of materials, with what the policy says of their licences.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "verdict",
            "in": "query",
            "description": "Only components whose licences are judged so.",
            "schema": {
              "$ref": "#/components/schemas/LicenseVerdict"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The components; none where no bill of materials was uploaded.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ServiceSoftware"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "putServiceSoftware",
        "summary": "Upload the bill of materials of a service (CycloneDX 1.4 to 1.6, JSON). It takes the place of the one before.",
        "description": "The body is the file itself. Licences of its components are judged by the policy at once; products among them are discovered software of the service. The same file of the same revision again changes nothing.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "revision",
            "in": "query",
            "allowReserved": true,
            "description": "What the components are of, such as a commit or a version.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/vnd.cyclonedx+json": {
              "schema": {
                "description": "The file."
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the bill of materials says.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SoftwareAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteServiceSoftware",
        "summary": "Take the bill of materials of a service away, with the findings about it and the products it names.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cloud-billing/deliveries": {
      "get": {
        "operationId": "listCloudDeliveries",
        "summary": "The bills of clouds in force, newest first.",
        "parameters": [
          {
            "name": "billingAccount",
            "in": "query",
            "allowReserved": true,
            "description": "Only bills of this account.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Bills; sums are left out for those who may not see all costs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CloudDeliveryPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "deliverCloudBill",
        "summary": "Deliver a billing file of a cloud (FinOps FOCUS 1.0 to 1.3, CSV or Parquet). Each bill in it, of one provider, account and period, takes the place of the one delivered before.",
        "description": "The body is the file itself: text/csv, read as it arrives, or application/vnd.apache.parquet, of which only the columns that count are unpacked, one row group after the other. It is taken as a whole or not at all. The same file again changes nothing.",
        "parameters": [
          {
            "name": "dryRun",
            "in": "query",
            "description": "Whether to say what the file would do, and change nothing.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "fileName",
            "in": "query",
            "allowReserved": true,
            "description": "What the file is called, shown with what it says.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "text/csv": {
              "schema": {
                "description": "The file."
              }
            },
            "application/vnd.apache.parquet": {
              "schema": {
                "description": "The file."
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the file did, or would do.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CloudBillingAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cloud-billing/deliveries/{id}": {
      "delete": {
        "operationId": "takeCloudBillBack",
        "summary": "Take a bill back; what it said counts no more. The records it made stay.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Taken back."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/bills": {
      "get": {
        "operationId": "listRecordBills",
        "summary": "What bills of clouds say a record cost, by month and bill, newest first.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Bills; amounts are left out without permission.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordBills"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports": {
      "post": {
        "operationId": "uploadImport",
        "summary": "Upload a spreadsheet to be imported. Its rows are kept and checked; nothing is written to records before it is committed.",
        "description": "The body is the file itself: text/csv, text/tab-separated-values, or a workbook. It is stored as it arrives. The dry run begins at once and goes on in the background.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "description": "What the rows are. Told by the headers when absent.",
            "schema": {
              "$ref": "#/components/schemas/ItamKind"
            }
          },
          {
            "name": "fileName",
            "in": "query",
            "allowReserved": true,
            "description": "What the file is called where it comes from; shown to its uploader.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          {
            "name": "mapping",
            "in": "query",
            "allowReserved": true,
            "description": "JSON object of field ids by header, where the headers are not enough; null leaves a column out.",
            "schema": {
              "type": "string",
              "maxLength": 50000
            }
          },
          {
            "name": "encoding",
            "in": "query",
            "description": "Of text files. By their byte order mark when absent, else UTF-8.",
            "schema": {
              "$ref": "#/components/schemas/ImportEncoding"
            }
          },
          {
            "name": "delimiter",
            "in": "query",
            "description": "Of text files. Told by the first line when absent.",
            "schema": {
              "type": "string",
              "enum": [
                "comma",
                "semicolon",
                "tab",
                "bar"
              ]
            }
          },
          {
            "name": "dateFormat",
            "in": "query",
            "description": "How dates are written; YYYY-MM-DD when absent. Dates in another form are errors.",
            "schema": {
              "$ref": "#/components/schemas/ImportDateFormat"
            }
          },
          {
            "name": "decimalSeparator",
            "in": "query",
            "description": "What separates decimals. Amounts that could mean two things are errors when absent.",
            "schema": {
              "type": "string",
              "enum": [
                "point",
                "comma"
              ]
            }
          },
          {
            "name": "currency",
            "in": "query",
            "allowReserved": true,
            "description": "Currency of amounts whose row states none.",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "blank",
            "in": "query",
            "description": "What an empty cell does to a record there is: keep (default) what it has, or clear it.",
            "schema": {
              "type": "string",
              "enum": [
                "keep",
                "clear"
              ]
            }
          },
          {
            "name": "mode",
            "in": "query",
            "description": "Whether one bad row keeps all others from being written. all-or-nothing when absent.",
            "schema": {
              "$ref": "#/components/schemas/ImportMode"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Repeating an upload with the same key, parameters and bytes gives the first answer again; no second import is made.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "text/csv": {
              "schema": {
                "description": "The file."
              }
            },
            "text/tab-separated-values": {
              "schema": {
                "description": "The file."
              }
            },
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
              "schema": {
                "description": "The file."
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The import, being checked; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Import"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listImports",
        "summary": "The caller's own imports, the newest first.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ImportPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports/{id}": {
      "get": {
        "operationId": "getImport",
        "summary": "How far an import is, and how many rows do what.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The import; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Import"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteImport",
        "summary": "Forget an import and the rows of its file. Records stay as they are.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version that is forgotten.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Forgotten."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports/{id}/rows": {
      "get": {
        "operationId": "listImportRows",
        "summary": "The rows of an import, in their order.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ImportOutcome"
            }
          },
          {
            "name": "result",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ImportResult"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ImportRowPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports/{id}/rows/{row}": {
      "put": {
        "operationId": "correctImportRow",
        "summary": "Replace the cells of a row; it is checked again at once.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "row",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[1-9][0-9]{0,8}$"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change is based on.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImportRowCells"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The row; the ETag is that of the import.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ImportRow"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports/{id}/mapping": {
      "post": {
        "operationId": "checkImportAgain",
        "summary": "Check an import again, with another mapping or format.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change is based on.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImportReading"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The import, being checked.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Import"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports/{id}/commit": {
      "post": {
        "operationId": "commitImport",
        "summary": "Write what the dry run said. Goes on in the background.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change is based on.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImportCommit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The import, being written.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Import"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/imports/{id}/undo": {
      "post": {
        "operationId": "undoImport",
        "summary": "Take back what an import did, where nobody has changed it since: what it created is retired, what it changed is as it was.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "ETag of the version the change is based on.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The import, being undone.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Import"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes": {
      "get": {
        "operationId": "listChanges",
        "summary": "Records as the catalog may show them, in the order they changed; service principals only.",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "description": "Sequence of the last change known; 0 is the start.",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Changes; the last state of a record in the page is enough.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChangePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/published": {
      "get": {
        "operationId": "listPublished",
        "summary": "All records the catalog shows for the register, without money; service principals only.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page in order of ref.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PublishedPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/connectors": {
      "get": {
        "operationId": "listConnectors",
        "summary": "Connectors that bring records from other tools, with what they did last.",
        "responses": {
          "200": {
            "description": "The connectors.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectorList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/connectors/{id}/runs": {
      "get": {
        "operationId": "listConnectorRuns",
        "summary": "The last 100 runs of a connector, newest first.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The runs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectorRunList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "runConnector",
        "summary": "Have a connector run now, or have it tell what it would do.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "dryRun": {
                    "type": "boolean",
                    "description": "Read everything, write nothing, and count what would be done."
                  },
                  "full": {
                    "type": "boolean",
                    "description": "Read everything, not only what changed. A dry run always does."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It runs soon; its state says when it has begun.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectorStatus"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/connectors/{id}/runs/{run}/problems": {
      "get": {
        "operationId": "listConnectorProblems",
        "summary": "Records of a run that failed, conflict with changes people made, or are gone.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "run",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page. The first 2000 problems of a run are kept.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectorProblemPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}/sources": {
      "get": {
        "operationId": "listRecordSources",
        "summary": "The tools that fill a record, and the fields each of them owns.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The sources; none for a record that people keep.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordSourceList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tickets": {
      "get": {
        "operationId": "listTickets",
        "summary": "Open tickets of connected tools about an asset, a service with the assets it uses, or what a group owns.",
        "parameters": [
          {
            "name": "node",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "Ref of an asset, service, system, domain, group or user.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300
            }
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Only tickets of this kind; counts are of all kinds.",
            "schema": {
              "$ref": "#/components/schemas/TicketKind"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of tickets, opened last first. A tool that does not answer is named, and what it said last is shown.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TicketPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/configuration-items/{source}/{id}": {
      "get": {
        "operationId": "findConfigurationItem",
        "summary": "The services and assets that a configuration item of a connected tool is.",
        "parameters": [
          {
            "name": "source",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "description": "What the tool calls the item, such as a sys_id of ServiceNow or a project's key of Jira.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those the caller may see, services first; none is not found.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConfigurationItem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/health": {
      "get": {
        "operationId": "getHealth",
        "summary": "Rejected, unconfirmed and conflicting declarations, and the age of the data.",
        "responses": {
          "200": {
            "description": "Health of the register.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/declarations": {
      "put": {
        "operationId": "stageDeclaration",
        "summary": "Stage what a catalog file declares; service principals only. Changes no record.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Declaration"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The revision to be written on the catalog entity.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "revision",
                    "epoch"
                  ],
                  "properties": {
                    "revision": {
                      "type": "string"
                    },
                    "epoch": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/declarations/state": {
      "get": {
        "operationId": "getDeclarationState",
        "summary": "Epoch of the register and the declarations it wants again; service principals only.",
        "responses": {
          "200": {
            "description": "State.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "epoch",
                    "wanted"
                  ],
                  "properties": {
                    "epoch": {
                      "type": "string"
                    },
                    "wanted": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/declarations/incidents": {
      "post": {
        "operationId": "reportDeclarationIncidents",
        "summary": "Report errors and conflicts the catalog met; service principals only.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "incidents"
                ],
                "properties": {
                  "incidents": {
                    "type": "array",
                    "maxItems": 200,
                    "items": {
                      "$ref": "#/components/schemas/DeclarationIncident"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "responses": {
      "Error": {
        "description": "An error in Backstage's form.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorBody"
            }
          }
        }
      }
    },
    "schemas": {
      "ItamKind": {
        "type": "string",
        "enum": [
          "Asset",
          "License",
          "Contract"
        ]
      },
      "AssetClass": {
        "type": "string",
        "enum": [
          "hardware",
          "fixed",
          "software",
          "cloud",
          "digital"
        ]
      },
      "LifecycleStage": {
        "type": "string",
        "enum": [
          "planning",
          "procurement",
          "deployment",
          "maintenance",
          "decommission"
        ]
      },
      "EntityRef": {
        "type": "string",
        "maxLength": 200
      },
      "OwnerState": {
        "type": "string",
        "enum": [
          "none",
          "unknown"
        ]
      },
      "AssigneeState": {
        "type": "string",
        "enum": [
          "unknown"
        ]
      },
      "CountField": {
        "type": "string",
        "enum": [
          "kind",
          "class",
          "stage"
        ]
      },
      "CountDimension": {
        "type": "string",
        "enum": [
          "kind",
          "class",
          "stage",
          "owner",
          "group",
          "assignee"
        ]
      },
      "NodeRef": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
      },
      "Month": {
        "type": "string",
        "pattern": "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$"
      },
      "Day": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
      },
      "CostBasis": {
        "type": "string",
        "enum": [
          "used",
          "owned"
        ]
      },
      "CostDimension": {
        "type": "string",
        "enum": [
          "category",
          "record",
          "service",
          "owner",
          "supplier",
          "class",
          "cost-center",
          "currency"
        ]
      },
      "CostCategory": {
        "type": "string",
        "enum": [
          "depreciation",
          "charge",
          "license",
          "contract",
          "servicing",
          "impairment",
          "disposal",
          "adjustment",
          "purchase",
          "improvement",
          "proceeds"
        ]
      },
      "CostView": {
        "type": "string",
        "enum": [
          "accrued",
          "invoiced"
        ]
      },
      "FiscalYear": {
        "type": "integer",
        "minimum": 1900,
        "maximum": 9999
      },
      "LicenseMetric": {
        "type": "string",
        "enum": [
          "named-user",
          "concurrent-user",
          "device",
          "core",
          "processor",
          "instance",
          "site",
          "user-cal",
          "device-cal",
          "consumption"
        ]
      },
      "PositionState": {
        "type": "string",
        "enum": [
          "short",
          "unused",
          "balanced",
          "unknown",
          "not-applicable"
        ]
      },
      "RenewalState": {
        "type": "string",
        "enum": [
          "active",
          "expiring",
          "notice-due",
          "renewing",
          "expired",
          "ended"
        ]
      },
      "ImportMode": {
        "type": "string",
        "enum": [
          "all-or-nothing",
          "skip-errors"
        ]
      },
      "ImportState": {
        "type": "string",
        "enum": [
          "receiving",
          "checking",
          "checked",
          "committing",
          "committed",
          "taking-back",
          "undoing",
          "undone",
          "failed"
        ]
      },
      "ImportOutcome": {
        "type": "string",
        "enum": [
          "create",
          "update",
          "unchanged",
          "error"
        ]
      },
      "ImportResult": {
        "type": "string",
        "enum": [
          "created",
          "updated",
          "undone",
          "kept"
        ]
      },
      "ImportEncoding": {
        "type": "string",
        "enum": [
          "utf-8",
          "utf-16le",
          "utf-16be",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "iso-8859-1",
          "iso-8859-2",
          "iso-8859-15",
          "macintosh"
        ]
      },
      "ImportDateFormat": {
        "type": "string",
        "enum": [
          "YYYY-MM-DD",
          "YYYY/MM/DD",
          "DD.MM.YYYY",
          "DD/MM/YYYY",
          "MM/DD/YYYY",
          "DD-MM-YYYY",
          "MM-DD-YYYY",
          "DD MMM YYYY",
          "YYYY-MM-DD hh:mm",
          "DD.MM.YYYY hh:mm",
          "DD/MM/YYYY hh:mm",
          "MM/DD/YYYY hh:mm",
          "excel-serial",
          "excel-serial-1904"
        ]
      },
      "ImportMapping": {
        "type": "object",
        "description": "Ids of fields by header; null leaves a column out.",
        "additionalProperties": {
          "type": [
            "string",
            "null"
          ],
          "maxLength": 200
        }
      },
      "ImportReading": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "mapping": {
            "$ref": "#/components/schemas/ImportMapping"
          },
          "dateFormat": {
            "$ref": "#/components/schemas/ImportDateFormat"
          },
          "decimalSeparator": {
            "type": "string",
            "enum": [
              "point",
              "comma"
            ]
          },
          "currency": {
            "type": "string",
            "pattern": "^[A-Z]{3}$"
          },
          "blank": {
            "type": "string",
            "enum": [
              "keep",
              "clear"
            ]
          },
          "statuses": {
            "type": "object",
            "description": "Statuses by the words the file has for them.",
            "additionalProperties": {
              "type": "string",
              "maxLength": 50
            }
          }
        }
      },
      "ImportCommit": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "mode": {
            "$ref": "#/components/schemas/ImportMode"
          }
        }
      },
      "ImportRowCells": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "cells"
        ],
        "properties": {
          "cells": {
            "type": "array",
            "description": "One for each header, in their order.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 100000
            }
          }
        }
      },
      "ImportColumn": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "column",
          "header"
        ],
        "properties": {
          "column": {
            "type": "integer",
            "description": "Position, from 0."
          },
          "header": {
            "type": "string"
          },
          "field": {
            "type": "string",
            "description": "Id of the field; absent for columns that are left out."
          },
          "problem": {
            "type": "string",
            "description": "Why it was not recognised by itself."
          }
        }
      },
      "Import": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "kind",
          "fileType",
          "state",
          "mode",
          "columns",
          "format",
          "rows",
          "rowsDone",
          "outcomes",
          "results",
          "createdBy",
          "createdAt",
          "updatedAt",
          "version"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "fileType": {
            "type": "string",
            "enum": [
              "csv",
              "tsv",
              "xlsx"
            ]
          },
          "fileName": {
            "type": "string",
            "description": "As its uploader named it."
          },
          "state": {
            "$ref": "#/components/schemas/ImportState"
          },
          "message": {
            "type": "string",
            "description": "Why it is not where it should be."
          },
          "mode": {
            "$ref": "#/components/schemas/ImportMode"
          },
          "columns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ImportColumn"
            }
          },
          "format": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "dateFormat",
              "blank"
            ],
            "properties": {
              "dateFormat": {
                "$ref": "#/components/schemas/ImportDateFormat"
              },
              "decimalSeparator": {
                "type": "string",
                "enum": [
                  "point",
                  "comma"
                ]
              },
              "currency": {
                "type": "string"
              },
              "blank": {
                "type": "string",
                "enum": [
                  "keep",
                  "clear"
                ]
              },
              "statuses": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              }
            }
          },
          "rows": {
            "type": "integer",
            "description": "Without the header."
          },
          "rowsDone": {
            "type": "integer",
            "description": "Rows the check, the commit or the undoing has come to."
          },
          "outcomes": {
            "type": "object",
            "description": "Rows by what they would do, as far as they are checked.",
            "additionalProperties": false,
            "required": [
              "create",
              "update",
              "unchanged",
              "error"
            ],
            "properties": {
              "create": {
                "type": "integer"
              },
              "update": {
                "type": "integer"
              },
              "unchanged": {
                "type": "integer"
              },
              "error": {
                "type": "integer"
              }
            }
          },
          "results": {
            "type": "object",
            "description": "Rows by what was done with them.",
            "additionalProperties": false,
            "required": [
              "created",
              "updated",
              "undone",
              "kept"
            ],
            "properties": {
              "created": {
                "type": "integer"
              },
              "updated": {
                "type": "integer"
              },
              "undone": {
                "type": "integer"
              },
              "kept": {
                "type": "integer",
                "description": "Not undone; somebody changed them since."
              }
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "committedAt": {
            "type": "string"
          },
          "version": {
            "type": "integer",
            "description": "Changes with what the uploader changes; also the ETag."
          }
        }
      },
      "ConnectorCounts": {
        "type": "object",
        "additionalProperties": false,
        "description": "Records a run met. Each is created, changed, unchanged or failed; those with a field that a person has changed are counted as conflicting too. Absent are those a full run no longer found, retired those of them that were retired. Unknown are no records: they are things of the source, such as services, that records lead to and the portal does not know.",
        "required": [
          "created",
          "changed",
          "unchanged",
          "conflicting",
          "failed",
          "absent",
          "retired",
          "unknown"
        ],
        "properties": {
          "created": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "unchanged": {
            "type": "integer"
          },
          "conflicting": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          },
          "absent": {
            "type": "integer"
          },
          "retired": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          }
        }
      },
      "ConnectorRun": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "full",
          "dryRun",
          "state",
          "startedAt",
          "counts"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "full": {
            "type": "boolean",
            "description": "Whether it read everything. Only such a run retires records."
          },
          "dryRun": {
            "type": "boolean"
          },
          "state": {
            "type": "string",
            "description": "guarded: it came to its end, and retired nothing because too many records were absent.",
            "enum": [
              "running",
              "succeeded",
              "guarded",
              "failed"
            ]
          },
          "startedAt": {
            "type": "string"
          },
          "finishedAt": {
            "type": "string"
          },
          "startedBy": {
            "type": "string",
            "description": "Who asked for it; absent when it was due."
          },
          "message": {
            "type": "string",
            "description": "Why it failed, or what the guard held back."
          },
          "counts": {
            "$ref": "#/components/schemas/ConnectorCounts"
          }
        }
      },
      "ConnectorRunList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConnectorRun"
            }
          }
        }
      },
      "ConnectorStatus": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "streams",
          "conflicts",
          "removal",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "streams": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "kind"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "kind": {
                  "type": "string",
                  "enum": [
                    "Asset",
                    "License",
                    "Contract"
                  ]
                }
              }
            }
          },
          "conflicts": {
            "type": "string",
            "description": "Who wins when a person has changed a field that the source fills.",
            "enum": [
              "register",
              "source"
            ]
          },
          "removal": {
            "type": "string",
            "description": "What happens to records the source no longer has.",
            "enum": [
              "retire",
              "keep"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "idle",
              "requested",
              "running"
            ]
          },
          "lastRun": {
            "$ref": "#/components/schemas/ConnectorRun"
          },
          "lastSuccessAt": {
            "type": "string"
          },
          "lastFullAt": {
            "type": "string",
            "description": "Start of the last run that read everything."
          },
          "nextRunAt": {
            "type": "string",
            "description": "When it is due; absent where a cron pattern says so."
          }
        }
      },
      "ConnectorList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "canRun"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConnectorStatus"
            }
          },
          "canRun": {
            "type": "boolean",
            "description": "Whether the caller may have them run."
          }
        }
      },
      "ConnectorProblem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "stream",
          "sourceId",
          "message"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "failed",
              "conflict",
              "absent",
              "unknown"
            ]
          },
          "stream": {
            "type": "string"
          },
          "sourceId": {
            "type": "string"
          },
          "ref": {
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "ConnectorProblemPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConnectorProblem"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RecordSource": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "connector",
          "title",
          "stream",
          "sourceId",
          "fields",
          "conflicts",
          "seenAt"
        ],
        "properties": {
          "connector": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "stream": {
            "type": "string"
          },
          "sourceId": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Where people find it in the source."
          },
          "fields": {
            "type": "array",
            "description": "Ids of the import fields that the source fills.",
            "items": {
              "type": "string"
            }
          },
          "conflicts": {
            "type": "array",
            "description": "Fields that a person has changed since, which the source has otherwise.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "field"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "sourceValue": {
                  "type": "string",
                  "description": "What the source has; left out for money."
                }
              }
            }
          },
          "seenAt": {
            "type": "string"
          },
          "absentSince": {
            "type": "string",
            "description": "Since when the source no longer has it."
          }
        }
      },
      "RecordSourceList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RecordSource"
            }
          }
        }
      },
      "ImportPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Import"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "ImportRowProblem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "path",
          "rule",
          "allowed",
          "message"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "rule": {
            "type": "string"
          },
          "found": {
            "type": "string"
          },
          "allowed": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "field": {
            "type": "string",
            "description": "Id of the field."
          },
          "column": {
            "type": "integer",
            "description": "Position, from 0."
          }
        }
      },
      "ImportRow": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "row",
          "line",
          "cells",
          "problems",
          "changes"
        ],
        "properties": {
          "row": {
            "type": "integer",
            "description": "From 1, without the header."
          },
          "line": {
            "type": "integer",
            "description": "Of the file, or row of the sheet."
          },
          "cells": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "outcome": {
            "$ref": "#/components/schemas/ImportOutcome"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ImportRowProblem"
            }
          },
          "changes": {
            "type": "array",
            "description": "Paths that change, without values.",
            "items": {
              "type": "string"
            }
          },
          "ref": {
            "type": "string",
            "description": "Record the row is about."
          },
          "result": {
            "$ref": "#/components/schemas/ImportResult"
          }
        }
      },
      "ImportRowPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ImportRow"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "DepreciationSchedule": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "currency",
          "method",
          "convention",
          "lifeMonths",
          "inService",
          "cost",
          "salvage",
          "remaining",
          "by",
          "fiscalYearStartMonth",
          "currentMonth",
          "periods"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "method": {
            "type": "string"
          },
          "convention": {
            "type": "string"
          },
          "lifeMonths": {
            "type": "integer"
          },
          "inService": {
            "type": "string"
          },
          "cost": {
            "type": "string"
          },
          "salvage": {
            "type": "string"
          },
          "remaining": {
            "type": "string",
            "description": "Book value left when depreciation has ended."
          },
          "by": {
            "type": "string",
            "enum": [
              "month",
              "fiscal-year"
            ]
          },
          "fiscalYearStartMonth": {
            "type": "integer"
          },
          "currentMonth": {
            "$ref": "#/components/schemas/Month"
          },
          "disposal": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "date",
              "book",
              "proceeds",
              "result"
            ],
            "properties": {
              "date": {
                "type": "string"
              },
              "book": {
                "type": "string",
                "description": "Book value given up."
              },
              "proceeds": {
                "type": "string"
              },
              "result": {
                "type": "string",
                "description": "Proceeds less book: a gain, or a loss when negative."
              }
            }
          },
          "periods": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "label",
                "from",
                "to",
                "state",
                "openingBook",
                "depreciation",
                "impairment",
                "improvement",
                "closingBook"
              ],
              "properties": {
                "label": {
                  "type": "string",
                  "description": "2026-10, or FY26."
                },
                "from": {
                  "$ref": "#/components/schemas/Month"
                },
                "to": {
                  "$ref": "#/components/schemas/Month"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "past",
                    "current",
                    "future"
                  ]
                },
                "openingBook": {
                  "type": "string"
                },
                "depreciation": {
                  "type": "string"
                },
                "impairment": {
                  "type": "string"
                },
                "improvement": {
                  "type": "string"
                },
                "closingBook": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "ServicingKind": {
        "type": "string",
        "enum": [
          "inspection",
          "maintenance",
          "repair",
          "calibration",
          "upgrade",
          "other"
        ]
      },
      "Servicing": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "date",
          "kind",
          "title",
          "recordedAt"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "date": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/ServicingKind"
          },
          "title": {
            "type": "string"
          },
          "cost": {
            "$ref": "#/components/schemas/Amount"
          },
          "vendor": {
            "type": "string"
          },
          "invoice": {
            "type": "string"
          },
          "nextDue": {
            "type": "string"
          },
          "recordedAt": {
            "type": "string"
          },
          "recordedBy": {
            "type": "string"
          }
        }
      },
      "ServicingList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "canAdd"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Servicing"
            }
          },
          "canAdd": {
            "type": "boolean",
            "description": "Whether the caller may add one."
          }
        }
      },
      "NewServicing": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "date",
          "kind",
          "title"
        ],
        "properties": {
          "date": {
            "$ref": "#/components/schemas/Day"
          },
          "kind": {
            "$ref": "#/components/schemas/ServicingKind"
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "cost": {
            "$ref": "#/components/schemas/Amount"
          },
          "vendor": {
            "type": "string",
            "maxLength": 63
          },
          "invoice": {
            "type": "string",
            "maxLength": 200
          },
          "nextDue": {
            "$ref": "#/components/schemas/Day"
          }
        }
      },
      "UsageKind": {
        "type": "string",
        "enum": [
          "seat",
          "peak",
          "units"
        ],
        "description": "seat: a holder used it on the day; peak: highest concurrent use of the day; units: units consumed on the day."
      },
      "UsageMeasurement": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "date"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/UsageKind"
          },
          "date": {
            "$ref": "#/components/schemas/Day"
          },
          "holder": {
            "type": "string",
            "maxLength": 200,
            "description": "Ref of the user, group or device; for seat only."
          },
          "quantity": {
            "type": "number",
            "minimum": 0,
            "description": "For peak and units."
          }
        }
      },
      "UsageList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "canAdd"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UsageMeasurement"
            }
          },
          "canAdd": {
            "type": "boolean"
          }
        }
      },
      "NewUsage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "measurements"
        ],
        "properties": {
          "measurements": {
            "type": "array",
            "minItems": 1,
            "maxItems": 5000,
            "items": {
              "$ref": "#/components/schemas/UsageMeasurement"
            }
          }
        }
      },
      "UsageAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "added",
          "changed",
          "unchanged"
        ],
        "properties": {
          "added": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "unchanged": {
            "type": "integer"
          }
        }
      },
      "DifferenceCause": {
        "type": "string",
        "enum": [
          "new",
          "ended",
          "price",
          "quantity",
          "share",
          "schedule",
          "rate",
          "adjustment"
        ],
        "description": "new and ended: a record without cost in one of the periods; price and quantity: of units; share: the part of a record that falls to the node; schedule: the amount a depreciation or one-off charge has in the period; rate: exchange rate; adjustment: corrections of closed months."
      },
      "DifferenceEffect": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "cause",
          "amount"
        ],
        "properties": {
          "cause": {
            "$ref": "#/components/schemas/DifferenceCause"
          },
          "amount": {
            "type": "string",
            "description": "In the currency of the whole answer."
          }
        }
      },
      "DifferenceLine": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "title",
          "base",
          "current",
          "difference",
          "effects"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Ref of the record, or the supplier; \"hidden\", \"none\" and \"other\" are reserved."
          },
          "title": {
            "type": "string"
          },
          "ref": {
            "type": "string"
          },
          "recordKind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "base": {
            "type": "string"
          },
          "current": {
            "type": "string"
          },
          "difference": {
            "type": "string"
          },
          "effects": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DifferenceEffect"
            }
          }
        }
      },
      "CostNodeLabel": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "kind",
          "title"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          }
        }
      },
      "ComparedPeriod": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to",
          "total"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Month"
          },
          "to": {
            "$ref": "#/components/schemas/Month"
          },
          "total": {
            "type": "string"
          }
        }
      },
      "MissingRate": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "currency",
          "months"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "months": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "CostComparison": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "of",
          "basis",
          "view",
          "reportingCurrency",
          "base",
          "current",
          "difference",
          "effects",
          "lines",
          "ratesMissing",
          "asOf"
        ],
        "properties": {
          "of": {
            "$ref": "#/components/schemas/CostNodeLabel"
          },
          "basis": {
            "$ref": "#/components/schemas/CostBasis"
          },
          "view": {
            "$ref": "#/components/schemas/CostView"
          },
          "reportingCurrency": {
            "type": "string"
          },
          "base": {
            "$ref": "#/components/schemas/ComparedPeriod"
          },
          "current": {
            "$ref": "#/components/schemas/ComparedPeriod"
          },
          "difference": {
            "type": "string"
          },
          "effects": {
            "type": "array",
            "description": "They add up to the difference.",
            "items": {
              "$ref": "#/components/schemas/DifferenceEffect"
            }
          },
          "lines": {
            "type": "array",
            "description": "Records, or suppliers, by size of their difference, the largest first; they add up to it too.",
            "items": {
              "$ref": "#/components/schemas/DifferenceLine"
            }
          },
          "ratesMissing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MissingRate"
            }
          },
          "asOf": {
            "type": "string"
          }
        }
      },
      "ForecastEvent": {
        "type": "object",
        "description": "A dated reason for cost that is not actual yet.",
        "additionalProperties": false,
        "required": [
          "kind",
          "certainty",
          "month",
          "ref",
          "title"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "renewal",
              "replacement",
              "planned",
              "ordered"
            ]
          },
          "certainty": {
            "type": "string",
            "enum": [
              "committed",
              "expected"
            ]
          },
          "month": {
            "$ref": "#/components/schemas/Month"
          },
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "recordKind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "amount": {
            "description": "What it costs the node within the range, in its own currency.",
            "$ref": "#/components/schemas/Amount"
          }
        }
      },
      "Forecast": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "of",
          "basis",
          "view",
          "from",
          "to",
          "currentMonth",
          "months",
          "reportingCurrency",
          "actual",
          "committed",
          "expected",
          "total",
          "events",
          "ratesMissing",
          "asOf"
        ],
        "properties": {
          "of": {
            "$ref": "#/components/schemas/CostNodeLabel"
          },
          "basis": {
            "$ref": "#/components/schemas/CostBasis"
          },
          "view": {
            "$ref": "#/components/schemas/CostView"
          },
          "from": {
            "$ref": "#/components/schemas/Month"
          },
          "to": {
            "$ref": "#/components/schemas/Month"
          },
          "currentMonth": {
            "$ref": "#/components/schemas/Month"
          },
          "months": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Month"
            }
          },
          "reportingCurrency": {
            "type": "string"
          },
          "actual": {
            "description": "Cost of months up to and including the current one.",
            "$ref": "#/components/schemas/CostSeries"
          },
          "committed": {
            "description": "Running costs of later months, ordered assets and renewals whose notice deadline has passed.",
            "$ref": "#/components/schemas/CostSeries"
          },
          "expected": {
            "description": "Planned assets, renewals that can still be stopped, and replacements at the end of life.",
            "$ref": "#/components/schemas/CostSeries"
          },
          "total": {
            "$ref": "#/components/schemas/CostSeries"
          },
          "events": {
            "type": "array",
            "description": "At most 200 in order of month; only of records the caller may read.",
            "items": {
              "$ref": "#/components/schemas/ForecastEvent"
            }
          },
          "ratesMissing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MissingRate"
            }
          },
          "asOf": {
            "type": "string"
          }
        }
      },
      "LicensePool": {
        "type": "object",
        "description": "Licences of one product and metric; null is unknown, never nothing.",
        "additionalProperties": false,
        "required": [
          "product",
          "metric",
          "state",
          "licenses",
          "entitled",
          "assigned",
          "consumed",
          "found",
          "balance",
          "reclaimable",
          "unused"
        ],
        "properties": {
          "product": {
            "type": "string"
          },
          "publisher": {
            "type": "string"
          },
          "vendor": {
            "type": "string"
          },
          "metric": {
            "$ref": "#/components/schemas/LicenseMetric"
          },
          "state": {
            "$ref": "#/components/schemas/PositionState"
          },
          "licenses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "entitled": {
            "type": [
              "number",
              "null"
            ]
          },
          "assigned": {
            "type": "integer"
          },
          "consumed": {
            "type": [
              "number",
              "null"
            ]
          },
          "found": {
            "type": [
              "number",
              "null"
            ],
            "description": "Units of consumed that only discovery knows of; null when their number is not known."
          },
          "foundIn": {
            "type": "object",
            "description": "Where discovery found the product and nothing is assigned; left out where that is nowhere.",
            "additionalProperties": false,
            "required": [
              "users",
              "devices",
              "services"
            ],
            "properties": {
              "users": {
                "type": "integer"
              },
              "devices": {
                "type": "integer"
              },
              "services": {
                "type": "integer"
              }
            }
          },
          "balance": {
            "type": [
              "number",
              "null"
            ]
          },
          "reclaimable": {
            "type": [
              "integer",
              "null"
            ],
            "description": "Seats nobody has used for long; null when use is not measured."
          },
          "unused": {
            "type": [
              "number",
              "null"
            ],
            "description": "Units nobody holds and nothing found needs, plus reclaimable ones."
          },
          "unitPricePerMonth": {
            "$ref": "#/components/schemas/Amount"
          },
          "costPerSeatPerMonth": {
            "$ref": "#/components/schemas/Amount"
          },
          "wastePerMonth": {
            "$ref": "#/components/schemas/Amount"
          },
          "trueUp": {
            "$ref": "#/components/schemas/Amount"
          },
          "endsOn": {
            "type": "string",
            "description": "Nearest end of a term."
          }
        }
      },
      "LicensePositionPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "asOf",
          "items",
          "totalItems",
          "counts",
          "totals"
        ],
        "properties": {
          "asOf": {
            "$ref": "#/components/schemas/Day"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LicensePool"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          },
          "counts": {
            "type": "object",
            "description": "Pools by state, whatever state is asked for.",
            "additionalProperties": false,
            "required": [
              "short",
              "unused",
              "balanced",
              "unknown",
              "not-applicable"
            ],
            "properties": {
              "short": {
                "type": "integer"
              },
              "unused": {
                "type": "integer"
              },
              "balanced": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              },
              "not-applicable": {
                "type": "integer"
              }
            }
          },
          "totals": {
            "type": "object",
            "description": "Of all pages, per currency; only of prices the caller may see.",
            "additionalProperties": false,
            "required": [
              "wastePerMonth",
              "trueUp"
            ],
            "properties": {
              "wastePerMonth": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Amount"
                }
              },
              "trueUp": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Amount"
                }
              }
            }
          }
        }
      },
      "LicensePositionRange": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "pool",
          "months",
          "holders"
        ],
        "properties": {
          "pool": {
            "$ref": "#/components/schemas/LicensePool"
          },
          "months": {
            "type": "array",
            "description": "As of the last day of each month, or today.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "month",
                "entitled",
                "assigned",
                "consumed",
                "balance"
              ],
              "properties": {
                "month": {
                  "$ref": "#/components/schemas/Month"
                },
                "entitled": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "assigned": {
                  "type": "integer"
                },
                "consumed": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "balance": {
                  "type": [
                    "number",
                    "null"
                  ]
                }
              }
            }
          },
          "discoveries": {
            "type": "array",
            "description": "What discovery calls the product, at most 50. Left out for those who may not see discoveries.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "name"
              ],
              "properties": {
                "id": {
                  "type": "integer"
                },
                "name": {
                  "type": "string"
                }
              }
            }
          },
          "holders": {
            "type": "array",
            "description": "Who holds a seat today, those not seen for longest first; at most 500.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "holder",
                "license",
                "reclaimable"
              ],
              "properties": {
                "id": {
                  "type": "integer",
                  "description": "Of the seat, to take it back by."
                },
                "holder": {
                  "$ref": "#/components/schemas/RefLabel"
                },
                "license": {
                  "type": "string"
                },
                "from": {
                  "type": "string"
                },
                "lastUsed": {
                  "type": "string"
                },
                "reclaimable": {
                  "type": "boolean"
                }
              }
            }
          }
        }
      },
      "Renewal": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "record",
          "state",
          "start",
          "dueOn",
          "dueKind",
          "renewalKind"
        ],
        "properties": {
          "record": {
            "$ref": "#/components/schemas/RecordSummary"
          },
          "state": {
            "$ref": "#/components/schemas/RenewalState"
          },
          "start": {
            "type": "string"
          },
          "end": {
            "type": "string",
            "description": "Last day of the term, inclusive."
          },
          "dueOn": {
            "type": "string",
            "description": "The next date to act on."
          },
          "dueKind": {
            "type": "string",
            "enum": [
              "notice",
              "term"
            ]
          },
          "daysLeft": {
            "type": "integer",
            "description": "Days from today to dueOn."
          },
          "renewalKind": {
            "type": "string",
            "enum": [
              "none",
              "manual",
              "automatic"
            ]
          },
          "noticeGiven": {
            "type": "string"
          },
          "currentAmount": {
            "description": "Of the whole current term; absent without permission.",
            "$ref": "#/components/schemas/Amount"
          },
          "nextAmount": {
            "description": "Expected of the next term, uplift included.",
            "$ref": "#/components/schemas/Amount"
          },
          "estimated": {
            "type": "boolean",
            "description": "Whether nobody has confirmed nextAmount."
          }
        }
      },
      "Supplier": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "vendor",
          "contracts",
          "licenses",
          "assets"
        ],
        "properties": {
          "vendor": {
            "type": "string",
            "description": "Slug that records name it by."
          },
          "title": {
            "type": "string",
            "description": "What it is called, where somebody said so."
          },
          "contracts": {
            "type": "integer"
          },
          "licenses": {
            "type": "integer"
          },
          "assets": {
            "type": "integer"
          },
          "nextDecision": {
            "type": "object",
            "description": "The next day a term ends or notice has to be given.",
            "additionalProperties": false,
            "required": [
              "dueOn",
              "dueKind",
              "record"
            ],
            "properties": {
              "dueOn": {
                "type": "string"
              },
              "dueKind": {
                "type": "string",
                "enum": [
                  "notice",
                  "term"
                ]
              },
              "record": {
                "$ref": "#/components/schemas/RefLabel"
              }
            }
          }
        }
      },
      "SupplierTitle": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "vendor",
          "title"
        ],
        "properties": {
          "vendor": {
            "type": "string"
          },
          "title": {
            "type": "string"
          }
        }
      },
      "TicketKind": {
        "type": "string",
        "enum": [
          "incident",
          "problem",
          "change",
          "request",
          "other"
        ]
      },
      "Ticket": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "source",
          "id",
          "number",
          "title",
          "kind",
          "state",
          "url",
          "about"
        ],
        "properties": {
          "source": {
            "type": "string",
            "description": "Id of the tool."
          },
          "id": {
            "type": "string",
            "description": "Its id in the tool."
          },
          "number": {
            "type": "string",
            "description": "What people call it."
          },
          "title": {
            "type": "string",
            "description": "Plain text."
          },
          "kind": {
            "$ref": "#/components/schemas/TicketKind"
          },
          "state": {
            "type": "string",
            "description": "In the tool's own words."
          },
          "priority": {
            "type": "string",
            "description": "In the tool's own words."
          },
          "openedAt": {
            "type": "string",
            "description": "ISO instant."
          },
          "updatedAt": {
            "type": "string",
            "description": "ISO instant."
          },
          "dueAt": {
            "type": "string",
            "description": "ISO instant or day."
          },
          "plannedStart": {
            "type": "string",
            "description": "ISO instant."
          },
          "plannedEnd": {
            "type": "string",
            "description": "ISO instant."
          },
          "assignee": {
            "type": "string",
            "description": "Name of a person or a group."
          },
          "item": {
            "type": "string",
            "description": "What the tool calls the configuration item."
          },
          "url": {
            "type": "string",
            "description": "Where it is in the tool."
          },
          "about": {
            "type": "array",
            "description": "The services and assets it is about, of those asked about.",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          }
        }
      },
      "TicketSourceState": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "asked",
          "complete",
          "unknown"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "asked": {
            "type": "boolean",
            "description": "Whether anything of the node is known there."
          },
          "readAt": {
            "type": "string",
            "description": "ISO instant of the oldest answer that is shown."
          },
          "complete": {
            "type": "boolean",
            "description": "False when tickets of the tool may be missing."
          },
          "unknown": {
            "type": "array",
            "description": "What is linked to something that the tool does not know.",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "failure": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "reason",
              "since",
              "message",
              "retryAt"
            ],
            "description": "Absent while the tool answers.",
            "properties": {
              "reason": {
                "type": "string",
                "enum": [
                  "rate-limited",
                  "unauthorised",
                  "unreachable",
                  "unexpected"
                ]
              },
              "since": {
                "type": "string",
                "description": "ISO instant."
              },
              "message": {
                "type": "string"
              },
              "retryAt": {
                "type": "string",
                "description": "ISO instant before which it is not asked again."
              }
            }
          }
        }
      },
      "TicketCounts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "incident",
          "problem",
          "change",
          "request",
          "other"
        ],
        "properties": {
          "incident": {
            "type": "integer"
          },
          "problem": {
            "type": "integer"
          },
          "change": {
            "type": "integer"
          },
          "request": {
            "type": "integer"
          },
          "other": {
            "type": "integer"
          }
        }
      },
      "TicketPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems",
          "counts",
          "services",
          "sources",
          "complete"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Ticket"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          },
          "counts": {
            "$ref": "#/components/schemas/TicketCounts"
          },
          "services": {
            "type": "array",
            "description": "Services of the node with tickets of their own or of assets they use, most tickets first. A ticket counts with each of its services.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "service",
                "tickets"
              ],
              "properties": {
                "service": {
                  "$ref": "#/components/schemas/RefLabel"
                },
                "tickets": {
                  "type": "integer"
                }
              }
            }
          },
          "sources": {
            "type": "array",
            "description": "The connected tools; none when no tool is.",
            "items": {
              "$ref": "#/components/schemas/TicketSourceState"
            }
          },
          "complete": {
            "type": "boolean",
            "description": "False when the node has more services or assets than are asked about at once."
          }
        }
      },
      "ConfigurationItem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "source",
          "title",
          "items"
        ],
        "properties": {
          "source": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "What people call the tool."
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          }
        }
      },
      "SupplierPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems",
          "canName"
        ],
        "properties": {
          "canName": {
            "type": "boolean",
            "description": "Whether the caller may say what suppliers are called."
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Supplier"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RenewalPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to",
          "items",
          "totalItems",
          "totals"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Renewal"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          },
          "totals": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "nextAmount"
            ],
            "properties": {
              "nextAmount": {
                "type": "array",
                "description": "Per currency, of the page.",
                "items": {
                  "$ref": "#/components/schemas/Amount"
                }
              }
            }
          }
        }
      },
      "BudgetInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "amount"
        ],
        "properties": {
          "amount": {
            "$ref": "#/components/schemas/Amount"
          },
          "view": {
            "$ref": "#/components/schemas/CostView"
          },
          "note": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "BudgetState": {
        "type": "string",
        "enum": [
          "on-track",
          "at-risk",
          "over",
          "unknown"
        ],
        "description": "over: spent more already; at-risk: the forecast is above the budget; unknown: rates are missing."
      },
      "Budget": {
        "type": "object",
        "description": "All amounts in `currency`: that of the budget, unless a list asked for another.",
        "additionalProperties": false,
        "required": [
          "of",
          "fiscalYear",
          "label",
          "from",
          "to",
          "basis",
          "view",
          "currency",
          "amount",
          "actual",
          "committed",
          "expected",
          "forecast",
          "variance",
          "usedPercent",
          "forecastPercent",
          "state",
          "version",
          "updatedAt",
          "ratesMissing"
        ],
        "properties": {
          "of": {
            "$ref": "#/components/schemas/CostNodeLabel"
          },
          "fiscalYear": {
            "$ref": "#/components/schemas/FiscalYear"
          },
          "label": {
            "type": "string",
            "description": "FY26."
          },
          "from": {
            "$ref": "#/components/schemas/Month"
          },
          "to": {
            "$ref": "#/components/schemas/Month"
          },
          "basis": {
            "$ref": "#/components/schemas/CostBasis"
          },
          "view": {
            "$ref": "#/components/schemas/CostView"
          },
          "currency": {
            "type": "string"
          },
          "amount": {
            "type": "string"
          },
          "actual": {
            "type": "string",
            "description": "Up to and including the current month."
          },
          "committed": {
            "type": "string"
          },
          "expected": {
            "type": "string"
          },
          "forecast": {
            "type": "string",
            "description": "Actual, committed and expected."
          },
          "variance": {
            "type": "string",
            "description": "Forecast less budget: positive is an overrun."
          },
          "usedPercent": {
            "type": "string"
          },
          "forecastPercent": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/BudgetState"
          },
          "note": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "updatedAt": {
            "type": "string"
          },
          "updatedBy": {
            "type": "string"
          },
          "ratesMissing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MissingRate"
            }
          }
        }
      },
      "BudgetList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "fiscalYear",
          "label",
          "fiscalYears",
          "items",
          "canEdit"
        ],
        "properties": {
          "fiscalYear": {
            "$ref": "#/components/schemas/FiscalYear"
          },
          "label": {
            "type": "string"
          },
          "fiscalYears": {
            "type": "array",
            "description": "Years with budgets, and the current one.",
            "items": {
              "$ref": "#/components/schemas/FiscalYear"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Budget"
            }
          },
          "canEdit": {
            "type": "boolean"
          }
        }
      },
      "BudgetDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "budget",
          "months",
          "variance",
          "canEdit"
        ],
        "properties": {
          "budget": {
            "$ref": "#/components/schemas/Budget"
          },
          "canEdit": {
            "type": "boolean"
          },
          "months": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "month",
                "actual",
                "committed",
                "expected",
                "cumulative",
                "planned"
              ],
              "properties": {
                "month": {
                  "$ref": "#/components/schemas/Month"
                },
                "actual": {
                  "type": "string"
                },
                "committed": {
                  "type": "string"
                },
                "expected": {
                  "type": "string"
                },
                "cumulative": {
                  "type": "string",
                  "description": "Forecast up to here."
                },
                "planned": {
                  "type": "string",
                  "description": "Budget spread evenly up to here."
                }
              }
            }
          },
          "variance": {
            "type": "object",
            "description": "What became of the forecast the budget was set on; headroom + effects = variance.",
            "additionalProperties": false,
            "required": [
              "setOn",
              "plan",
              "headroom",
              "effects",
              "lines"
            ],
            "properties": {
              "setOn": {
                "type": "string",
                "description": "Time the budget was set."
              },
              "plan": {
                "type": "string",
                "description": "Forecast at that time."
              },
              "headroom": {
                "type": "string",
                "description": "Plan less budget: negative when the budget left room."
              },
              "effects": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DifferenceEffect"
                }
              },
              "lines": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DifferenceLine"
                }
              }
            }
          }
        }
      },
      "Rate": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "date",
          "currency",
          "unitsPerEuro",
          "source"
        ],
        "properties": {
          "date": {
            "$ref": "#/components/schemas/Day"
          },
          "currency": {
            "type": "string"
          },
          "unitsPerEuro": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "enum": [
              "file",
              "manual"
            ]
          },
          "setBy": {
            "type": "string"
          },
          "setAt": {
            "type": "string"
          },
          "replaced": {
            "type": "string",
            "description": "Rate of the file that this one replaces."
          }
        }
      },
      "RatePage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems",
          "currencies",
          "withoutRates",
          "canEdit"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Rate"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          },
          "currencies": {
            "type": "array",
            "description": "Currencies there are rates for.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "currency",
                "latest",
                "unitsPerEuro"
              ],
              "properties": {
                "currency": {
                  "type": "string"
                },
                "latest": {
                  "$ref": "#/components/schemas/Day"
                },
                "unitsPerEuro": {
                  "type": "string"
                }
              }
            }
          },
          "withoutRates": {
            "type": "array",
            "description": "Currencies of costs for which there is no rate at all.",
            "items": {
              "type": "string"
            }
          },
          "canEdit": {
            "type": "boolean"
          }
        }
      },
      "RatesInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rates"
        ],
        "properties": {
          "rates": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "date",
                "currency",
                "unitsPerEuro"
              ],
              "properties": {
                "date": {
                  "$ref": "#/components/schemas/Day"
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$"
                },
                "unitsPerEuro": {
                  "type": "string",
                  "maxLength": 40
                }
              }
            }
          }
        }
      },
      "RatesAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "added",
          "changed",
          "unchanged"
        ],
        "properties": {
          "added": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "unchanged": {
            "type": "integer"
          }
        }
      },
      "Closing": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "version",
          "canEdit",
          "log"
        ],
        "properties": {
          "closedThrough": {
            "$ref": "#/components/schemas/Month"
          },
          "version": {
            "type": "integer"
          },
          "canEdit": {
            "type": "boolean"
          },
          "log": {
            "type": "array",
            "description": "Newest first, at most 50.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "at"
              ],
              "properties": {
                "closedThrough": {
                  "$ref": "#/components/schemas/Month"
                },
                "at": {
                  "type": "string"
                },
                "by": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "ClosingInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "closedThrough"
        ],
        "properties": {
          "closedThrough": {
            "description": "Last closed month; null opens all.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/Month"
              },
              {
                "type": "null"
              }
            ]
          },
          "reason": {
            "type": "string",
            "maxLength": 2000,
            "description": "Required when months are opened again."
          }
        }
      },
      "DepreciationReportLine": {
        "type": "object",
        "description": "Amounts in the currency of the line; opening + movements = closing.",
        "additionalProperties": false,
        "required": [
          "key",
          "title",
          "currency",
          "assets",
          "openingCost",
          "additions",
          "disposals",
          "closingCost",
          "openingDepreciation",
          "depreciation",
          "impairment",
          "depreciationDisposed",
          "closingDepreciation",
          "openingBook",
          "closingBook"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ref": {
            "type": "string"
          },
          "currency": {
            "type": "string"
          },
          "assets": {
            "type": "integer"
          },
          "openingCost": {
            "type": "string"
          },
          "additions": {
            "type": "string",
            "description": "Purchases and improvements."
          },
          "disposals": {
            "type": "string"
          },
          "closingCost": {
            "type": "string"
          },
          "openingDepreciation": {
            "type": "string"
          },
          "depreciation": {
            "type": "string"
          },
          "impairment": {
            "type": "string"
          },
          "depreciationDisposed": {
            "type": "string"
          },
          "closingDepreciation": {
            "type": "string"
          },
          "openingBook": {
            "type": "string"
          },
          "closingBook": {
            "type": "string"
          }
        }
      },
      "DepreciationReport": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to",
          "by",
          "lines",
          "totals",
          "withoutSchedule"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Month"
          },
          "to": {
            "$ref": "#/components/schemas/Month"
          },
          "by": {
            "type": "string",
            "enum": [
              "class",
              "owner",
              "cost-center",
              "supplier",
              "record"
            ]
          },
          "lines": {
            "type": "array",
            "description": "At most 1000; the CSV has all.",
            "items": {
              "$ref": "#/components/schemas/DepreciationReportLine"
            }
          },
          "totals": {
            "type": "array",
            "description": "Per currency.",
            "items": {
              "$ref": "#/components/schemas/DepreciationReportLine"
            }
          },
          "withoutSchedule": {
            "type": "integer",
            "description": "Assets with a purchase that have no schedule yet, such as ordered ones."
          }
        }
      },
      "OwnershipCost": {
        "type": "object",
        "description": "Total cost of ownership up to today, per currency; depreciation is no part of it.",
        "additionalProperties": false,
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "item",
                "amounts"
              ],
              "properties": {
                "item": {
                  "type": "string",
                  "enum": [
                    "purchase",
                    "improvements",
                    "charges",
                    "servicings",
                    "contracts",
                    "proceeds"
                  ]
                },
                "amounts": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Amount"
                  }
                }
              }
            }
          },
          "total": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Amount"
            }
          }
        }
      },
      "PolicyArea": {
        "type": "string",
        "enum": [
          "ownership",
          "life-cycle",
          "financial",
          "licensing",
          "contracts",
          "warranty",
          "security",
          "data-quality",
          "shadow-it"
        ]
      },
      "PolicyPractice": {
        "type": "string",
        "enum": [
          "cataloguing",
          "acquisition",
          "deployment",
          "maintenance-and-upgrades",
          "functionality-monitoring",
          "financial-management",
          "ownership",
          "removal",
          "record-keeping"
        ]
      },
      "PolicySeverity": {
        "type": "string",
        "enum": [
          "error",
          "warning",
          "info"
        ]
      },
      "FindingState": {
        "type": "string",
        "enum": [
          "open",
          "accepted",
          "resolved"
        ]
      },
      "FindingVariant": {
        "type": "string",
        "description": "Which text of the rule the message is, for those who say it in another language. Absent for findings of an earlier version until they are evaluated again."
      },
      "FindingValues": {
        "type": "object",
        "description": "What fills the blanks of that text, by name. A list has texts of the same rule, which the text that is named as the blank joins in pairs of `first` and `second`.",
        "additionalProperties": {
          "anyOf": [
            {
              "type": "string",
              "description": "A name or an ISO date, for one."
            },
            {
              "type": "number"
            },
            {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/FindingPart"
              }
            }
          ]
        }
      },
      "FindingPart": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "type": "string"
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "number"
                }
              ]
            }
          }
        }
      },
      "FindingKind": {
        "type": "string",
        "enum": [
          "Asset",
          "License",
          "Contract",
          "Discovery",
          "Service"
        ]
      },
      "Finding": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "subject",
          "kind",
          "rule",
          "area",
          "practice",
          "severity",
          "title",
          "message",
          "state",
          "firstSeen",
          "changedAt",
          "version"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "subject": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "kind": {
            "$ref": "#/components/schemas/FindingKind"
          },
          "owner": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "rule": {
            "type": "string"
          },
          "area": {
            "$ref": "#/components/schemas/PolicyArea"
          },
          "practice": {
            "$ref": "#/components/schemas/PolicyPractice"
          },
          "severity": {
            "$ref": "#/components/schemas/PolicySeverity"
          },
          "title": {
            "type": "string",
            "description": "In English."
          },
          "message": {
            "type": "string",
            "description": "What is wrong and what to do, in English."
          },
          "variant": {
            "$ref": "#/components/schemas/FindingVariant"
          },
          "values": {
            "$ref": "#/components/schemas/FindingValues"
          },
          "path": {
            "type": "string",
            "description": "The field it is about."
          },
          "about": {
            "type": "string",
            "description": "What of several it is about, such as the name of a product."
          },
          "state": {
            "$ref": "#/components/schemas/FindingState"
          },
          "firstSeen": {
            "type": "string"
          },
          "changedAt": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "acceptedBy": {
            "type": "string"
          },
          "acceptedUntil": {
            "$ref": "#/components/schemas/Day"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "FindingPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems",
          "bySeverity",
          "byArea",
          "pending"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "bySeverity": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "severity",
                "findings"
              ],
              "properties": {
                "severity": {
                  "$ref": "#/components/schemas/PolicySeverity"
                },
                "findings": {
                  "type": "integer"
                }
              }
            }
          },
          "byArea": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "area",
                "findings"
              ],
              "properties": {
                "area": {
                  "$ref": "#/components/schemas/PolicyArea"
                },
                "findings": {
                  "type": "integer"
                }
              }
            }
          },
          "pending": {
            "type": "integer",
            "description": "Changes that are not evaluated yet."
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "FindingDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "finding",
          "canSettle",
          "history"
        ],
        "properties": {
          "finding": {
            "$ref": "#/components/schemas/Finding"
          },
          "canSettle": {
            "type": "boolean",
            "description": "Whether the caller may set it aside."
          },
          "history": {
            "type": "array",
            "description": "The newest first.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "at",
                "state"
              ],
              "properties": {
                "at": {
                  "type": "string"
                },
                "actor": {
                  "type": "string",
                  "description": "Absent where the register found or resolved it."
                },
                "state": {
                  "$ref": "#/components/schemas/FindingState"
                },
                "reason": {
                  "type": "string"
                },
                "until": {
                  "$ref": "#/components/schemas/Day"
                }
              }
            }
          }
        }
      },
      "AcceptInput": {
        "type": "object",
        "description": "The day is the last on which it is set aside; at most five years ahead.",
        "additionalProperties": false,
        "required": [
          "reason",
          "until"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "until": {
            "$ref": "#/components/schemas/Day"
          }
        }
      },
      "SettleReason": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "PolicyList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rules"
        ],
        "properties": {
          "rules": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "area",
                "practice",
                "severity",
                "defaultSeverity",
                "enabled",
                "title",
                "description",
                "settings",
                "open",
                "accepted"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "area": {
                  "$ref": "#/components/schemas/PolicyArea"
                },
                "practice": {
                  "$ref": "#/components/schemas/PolicyPractice"
                },
                "severity": {
                  "$ref": "#/components/schemas/PolicySeverity"
                },
                "defaultSeverity": {
                  "$ref": "#/components/schemas/PolicySeverity"
                },
                "enabled": {
                  "type": "boolean"
                },
                "title": {
                  "type": "string"
                },
                "description": {
                  "type": "string"
                },
                "settings": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [
                      "name",
                      "description"
                    ],
                    "properties": {
                      "name": {
                        "type": "string"
                      },
                      "description": {
                        "type": "string"
                      },
                      "number": {
                        "type": "integer"
                      },
                      "list": {
                        "type": "array",
                        "items": {
                          "type": "string"
                        }
                      }
                    }
                  }
                },
                "open": {
                  "type": "integer"
                },
                "accepted": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "LicenseVerdict": {
        "type": "string",
        "enum": [
          "allowed",
          "review",
          "forbidden"
        ]
      },
      "LicenseVerdictCount": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "verdict",
          "components"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/LicenseVerdict"
          },
          "components": {
            "type": "integer"
          }
        }
      },
      "SoftwareAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "service",
          "state",
          "components",
          "verdicts"
        ],
        "properties": {
          "service": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "new",
              "replaced",
              "unchanged"
            ]
          },
          "components": {
            "type": "integer"
          },
          "verdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LicenseVerdictCount"
            }
          }
        }
      },
      "SoftwareLicense": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "text",
          "verdict",
          "components",
          "examples"
        ],
        "properties": {
          "text": {
            "type": "string",
            "description": "What is stated; of several all."
          },
          "verdict": {
            "$ref": "#/components/schemas/LicenseVerdict"
          },
          "components": {
            "type": "integer"
          },
          "examples": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "suggestion": {
            "type": "string",
            "description": "The SPDX id that a name in free text may stand for."
          }
        }
      },
      "SoftwareComponent": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "license",
          "verdict"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "purl": {
            "type": "string"
          },
          "publisher": {
            "type": "string"
          },
          "license": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/LicenseVerdict"
          }
        }
      },
      "ServiceSoftware": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "service",
          "components",
          "verdicts",
          "licenses",
          "moreLicenses",
          "products",
          "items"
        ],
        "properties": {
          "service": {
            "type": "string"
          },
          "revision": {
            "type": "string"
          },
          "specVersion": {
            "type": "string"
          },
          "uploadedAt": {
            "type": "string"
          },
          "uploadedBy": {
            "type": "string"
          },
          "components": {
            "type": "integer"
          },
          "verdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LicenseVerdictCount"
            }
          },
          "licenses": {
            "type": "array",
            "description": "The licences stated, the worst and most frequent first.",
            "items": {
              "$ref": "#/components/schemas/SoftwareLicense"
            }
          },
          "moreLicenses": {
            "type": "integer"
          },
          "products": {
            "type": "array",
            "description": "Products among the components, at most 200; those with nothing in the register first.",
            "items": {
              "$ref": "#/components/schemas/ServiceProduct"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SoftwareComponent"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "ServiceProduct": {
        "type": "object",
        "description": "A product that a bill of materials names. Where else it was found is left out for those who may not see discoveries.",
        "additionalProperties": false,
        "required": [
          "name",
          "state",
          "matches"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "publisher": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/DiscoveryState"
          },
          "matches": {
            "type": "array",
            "description": "Refs of licences and software records that the caller may read.",
            "items": {
              "type": "string"
            }
          },
          "discovery": {
            "type": "integer",
            "description": "Id of the discovery."
          },
          "devices": {
            "type": "integer"
          },
          "users": {
            "type": "integer"
          },
          "services": {
            "type": "integer"
          }
        }
      },
      "DiscoveryKind": {
        "type": "string",
        "enum": [
          "software",
          "spend"
        ]
      },
      "DiscoveryState": {
        "type": "string",
        "enum": [
          "matched",
          "unmatched",
          "ambiguous",
          "dismissed"
        ]
      },
      "SoftwareList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "source",
          "entries"
        ],
        "properties": {
          "source": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "description": "The tool that made the list."
          },
          "entries": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2000,
            "items": {
              "type": "object",
              "description": "A device, a user or both.",
              "additionalProperties": false,
              "required": [
                "name",
                "lastSeen"
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200
                },
                "publisher": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200
                },
                "device": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200,
                  "description": "Inventory tag, serial number or ref of an asset."
                },
                "user": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200,
                  "description": "Ref of a User, or a name that the tool has."
                },
                "lastSeen": {
                  "$ref": "#/components/schemas/Day"
                }
              }
            }
          }
        }
      },
      "SpendList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "source",
          "entries"
        ],
        "properties": {
          "source": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "description": "The system the list comes from."
          },
          "entries": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2000,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "date",
                "supplier",
                "amount"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200,
                  "description": "Number of the entry where it has one; else all it says identifies it."
                },
                "date": {
                  "$ref": "#/components/schemas/Day"
                },
                "supplier": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200
                },
                "text": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 500
                },
                "amount": {
                  "$ref": "#/components/schemas/Amount"
                },
                "costCenter": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 100
                }
              }
            }
          }
        }
      },
      "DiscoveryAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "added",
          "changed",
          "unchanged",
          "states"
        ],
        "properties": {
          "added": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "unchanged": {
            "type": "integer"
          },
          "states": {
            "type": "array",
            "description": "Products or suppliers of the list by state.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "state",
                "items"
              ],
              "properties": {
                "state": {
                  "$ref": "#/components/schemas/DiscoveryState"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "Discovery": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "kind",
          "name",
          "state",
          "matches",
          "devices",
          "users",
          "services",
          "lines",
          "firstSeen",
          "lastSeen",
          "version"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "kind": {
            "$ref": "#/components/schemas/DiscoveryKind"
          },
          "name": {
            "type": "string"
          },
          "publisher": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/DiscoveryState"
          },
          "matchedBy": {
            "type": "string",
            "enum": [
              "name",
              "alias",
              "person"
            ]
          },
          "matches": {
            "type": "array",
            "description": "Refs of licences and software records that the caller may read, or slugs of suppliers.",
            "items": {
              "type": "string"
            }
          },
          "mappedTo": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "decidedBy": {
            "type": "string"
          },
          "decidedAt": {
            "type": "string"
          },
          "devices": {
            "type": "integer"
          },
          "users": {
            "type": "integer"
          },
          "services": {
            "type": "integer",
            "description": "Services whose bill of materials names it."
          },
          "lines": {
            "type": "integer"
          },
          "spent": {
            "type": "array",
            "description": "Left out without permission.",
            "items": {
              "$ref": "#/components/schemas/Amount"
            }
          },
          "firstSeen": {
            "$ref": "#/components/schemas/Day"
          },
          "lastSeen": {
            "$ref": "#/components/schemas/Day"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "DiscoveryPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems",
          "byState"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Discovery"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "byState": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "state",
                "items"
              ],
              "properties": {
                "state": {
                  "$ref": "#/components/schemas/DiscoveryState"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "DiscoveryDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "discovery",
          "sightings",
          "spend"
        ],
        "properties": {
          "discovery": {
            "$ref": "#/components/schemas/Discovery"
          },
          "sightings": {
            "type": "array",
            "description": "Where software was found last, at most 200.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "name",
                "lastSeen",
                "source"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "device": {
                  "type": "string"
                },
                "record": {
                  "type": "string",
                  "description": "Ref of the asset that the device is."
                },
                "user": {
                  "type": "string"
                },
                "service": {
                  "type": "string",
                  "description": "Ref of the service whose bill of materials names it."
                },
                "lastSeen": {
                  "$ref": "#/components/schemas/Day"
                },
                "source": {
                  "type": "string"
                }
              }
            }
          },
          "spend": {
            "type": "array",
            "description": "The newest entries, at most 200.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "date",
                "source"
              ],
              "properties": {
                "date": {
                  "$ref": "#/components/schemas/Day"
                },
                "text": {
                  "type": "string"
                },
                "amount": {
                  "$ref": "#/components/schemas/Amount"
                },
                "costCenter": {
                  "type": "string"
                },
                "source": {
                  "type": "string"
                }
              }
            }
          },
          "months": {
            "type": "array",
            "description": "What is spent with a matched supplier beside what its records are invoiced for, by currency and month, the newest month first; from the month before the first entry to the month after the last. Left out without permission.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "month",
                "spent",
                "charged",
                "difference"
              ],
              "properties": {
                "month": {
                  "$ref": "#/components/schemas/Month"
                },
                "spent": {
                  "$ref": "#/components/schemas/Amount"
                },
                "charged": {
                  "$ref": "#/components/schemas/Amount"
                },
                "difference": {
                  "$ref": "#/components/schemas/Amount"
                }
              }
            }
          }
        }
      },
      "MapInput": {
        "type": "object",
        "description": "The product of a licence, the title of a software record, or the slug of a supplier.",
        "additionalProperties": false,
        "required": [
          "to"
        ],
        "properties": {
          "to": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          }
        }
      },
      "AuditState": {
        "type": "string",
        "enum": [
          "open",
          "closed"
        ]
      },
      "AuditOutcome": {
        "type": "string",
        "enum": [
          "pending",
          "found",
          "not-found",
          "elsewhere",
          "unexpected"
        ]
      },
      "AuditDiscrepancy": {
        "type": "string",
        "enum": [
          "missing",
          "misplaced",
          "wrong-holder",
          "wrong-status",
          "unexpected",
          "not-checked"
        ]
      },
      "AuditScope": {
        "type": "object",
        "description": "All of it has to hold; live records only.",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "class": {
            "$ref": "#/components/schemas/AssetClass"
          },
          "stage": {
            "$ref": "#/components/schemas/LifecycleStage"
          },
          "owner": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "assignee": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "vendor": {
            "type": "string",
            "maxLength": 200
          },
          "location": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "The place, and what begins with it."
          }
        }
      },
      "NewAudit": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "scope"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "scope": {
            "$ref": "#/components/schemas/AuditScope"
          }
        }
      },
      "Audit": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "name",
          "scope",
          "state",
          "openedAt",
          "expected",
          "outcomes",
          "discrepancies",
          "version"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "name": {
            "type": "string"
          },
          "note": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/AuditScope"
          },
          "state": {
            "$ref": "#/components/schemas/AuditState"
          },
          "openedAt": {
            "type": "string"
          },
          "openedBy": {
            "type": "string"
          },
          "closedAt": {
            "type": "string"
          },
          "closedBy": {
            "type": "string"
          },
          "expected": {
            "type": "integer",
            "description": "Records that were in the scope."
          },
          "outcomes": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "outcome",
                "items"
              ],
              "properties": {
                "outcome": {
                  "$ref": "#/components/schemas/AuditOutcome"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "discrepancies": {
            "type": "array",
            "description": "Of a closed audit.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "discrepancy",
                "items"
              ],
              "properties": {
                "discrepancy": {
                  "$ref": "#/components/schemas/AuditDiscrepancy"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "AuditPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Audit"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "AuditItem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "expected",
          "title",
          "outcome",
          "discrepancies"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "expected": {
            "type": "boolean",
            "description": "Whether it was in the scope."
          },
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "tag": {
            "type": "string"
          },
          "serialNumber": {
            "type": "string"
          },
          "location": {
            "type": "string"
          },
          "holder": {
            "type": "string"
          },
          "status": {
            "type": "string"
          },
          "outcome": {
            "$ref": "#/components/schemas/AuditOutcome"
          },
          "foundLocation": {
            "type": "string"
          },
          "foundHolder": {
            "type": "string"
          },
          "foundStatus": {
            "type": "string"
          },
          "condition": {
            "type": "string"
          },
          "note": {
            "type": "string"
          },
          "seenOn": {
            "$ref": "#/components/schemas/Day"
          },
          "observedAt": {
            "type": "string"
          },
          "observedBy": {
            "type": "string"
          },
          "discrepancies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditDiscrepancy"
            }
          },
          "applied": {
            "type": "string",
            "enum": [
              "applied",
              "unchanged",
              "declared",
              "refused"
            ],
            "description": "What became of it in the record, when the audit was closed so."
          }
        }
      },
      "AuditItemPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditItem"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Observation": {
        "type": "object",
        "description": "Of one thing, by its ref, tag or serial number. A tag or serial number that the register does not know is an unexpected item.",
        "additionalProperties": false,
        "required": [
          "outcome"
        ],
        "properties": {
          "ref": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "tag": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "serialNumber": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "outcome": {
            "type": "string",
            "enum": [
              "found",
              "not-found"
            ]
          },
          "location": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Where it was found; where it is registered when absent."
          },
          "holder": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "status": {
            "type": "string",
            "minLength": 1,
            "maxLength": 50
          },
          "condition": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "seenOn": {
            "$ref": "#/components/schemas/Day"
          }
        }
      },
      "CloseInput": {
        "type": "object",
        "description": "With apply, registered assets get the place they were found at and the day they were seen.",
        "additionalProperties": false,
        "required": [
          "apply"
        ],
        "properties": {
          "apply": {
            "type": "boolean"
          }
        }
      },
      "NewRecord": {
        "type": "object",
        "description": "The same spec as in a catalog file, financials included.",
        "additionalProperties": false,
        "required": [
          "kind",
          "spec"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "namespace": {
            "type": "string",
            "maxLength": 63
          },
          "name": {
            "type": "string",
            "maxLength": 63
          },
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 10000
          },
          "spec": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "RecordInput": {
        "type": "object",
        "description": "effectiveFrom is the day from which a changed owner, cost centre, share or cover counts; today when absent.",
        "additionalProperties": false,
        "required": [
          "spec"
        ],
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 10000
          },
          "spec": {
            "type": "object",
            "additionalProperties": true
          },
          "effectiveFrom": {
            "$ref": "#/components/schemas/Day"
          }
        }
      },
      "RestoreInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "HistoryEntry": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "sequence",
          "at",
          "action",
          "changes"
        ],
        "properties": {
          "sequence": {
            "type": "integer"
          },
          "at": {
            "type": "string"
          },
          "actor": {
            "type": "string"
          },
          "actorLabel": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "action": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "changes": {
            "type": "array",
            "description": "Paths that changed.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "HistoryPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HistoryEntry"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "TransitionInput": {
        "type": "object",
        "description": "to is a status. changes are merged into the spec (RFC 7396): the evidence the step asks for.",
        "additionalProperties": false,
        "required": [
          "to"
        ],
        "properties": {
          "to": {
            "type": "string",
            "maxLength": 30
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          },
          "date": {
            "$ref": "#/components/schemas/Day"
          },
          "changes": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "BulkTransitionInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "refs",
          "to"
        ],
        "properties": {
          "refs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "to": {
            "type": "string",
            "maxLength": 30
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          },
          "date": {
            "$ref": "#/components/schemas/Day"
          },
          "changes": {
            "type": "object",
            "additionalProperties": true
          },
          "allOrNothing": {
            "type": "boolean"
          }
        }
      },
      "BulkAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "done",
          "failed",
          "items"
        ],
        "properties": {
          "done": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/BulkOutcome"
            }
          }
        }
      },
      "BulkOutcome": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "ok"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "ok": {
            "type": "boolean"
          },
          "version": {
            "type": "integer"
          },
          "error": {
            "type": "string"
          }
        }
      },
      "Assignment": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "to",
          "from"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "to": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "from": {
            "type": "string"
          },
          "until": {
            "type": "string"
          },
          "dueBack": {
            "type": "string"
          },
          "overdue": {
            "type": "boolean"
          },
          "quantity": {
            "type": "integer"
          },
          "note": {
            "type": "string"
          },
          "assignedBy": {
            "type": "string"
          },
          "returnedBy": {
            "type": "string"
          }
        }
      },
      "AssignmentPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems",
          "open",
          "canAssign"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Assignment"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          },
          "open": {
            "type": "integer"
          },
          "canAssign": {
            "type": "boolean"
          }
        }
      },
      "AssignmentInput": {
        "type": "object",
        "description": "One holder for an asset, any number for seats; quantity of pieces for each holder of a stock.",
        "additionalProperties": false,
        "required": [
          "to"
        ],
        "properties": {
          "to": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "dueBack": {
            "$ref": "#/components/schemas/Day"
          },
          "quantity": {
            "type": "integer",
            "minimum": 1
          },
          "note": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "ReturnInput": {
        "type": "object",
        "description": "to is the status an asset has afterwards, in-stock when absent.",
        "additionalProperties": false,
        "properties": {
          "holders": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "type": "integer"
            }
          },
          "date": {
            "$ref": "#/components/schemas/Day"
          },
          "quantity": {
            "type": "integer",
            "minimum": 1
          },
          "to": {
            "type": "string",
            "maxLength": 30
          },
          "note": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "PublishedEntity": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "entity"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "entity": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "Change": {
        "type": "object",
        "description": "Without entity, the catalog must not show the record any more.",
        "additionalProperties": false,
        "required": [
          "sequence",
          "ref"
        ],
        "properties": {
          "sequence": {
            "type": "integer"
          },
          "ref": {
            "type": "string"
          },
          "entity": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "ChangePage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "last",
          "epoch",
          "more"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Change"
            }
          },
          "last": {
            "type": "integer"
          },
          "epoch": {
            "type": "string"
          },
          "more": {
            "type": "boolean"
          }
        }
      },
      "PublishedPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "last",
          "epoch"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PublishedEntity"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "last": {
            "type": "integer",
            "description": "Sequence of the newest change when the page was read."
          },
          "epoch": {
            "type": "string"
          }
        }
      },
      "NextStep": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "to",
          "stage",
          "kind",
          "reasonRequired",
          "missing"
        ],
        "properties": {
          "to": {
            "type": "string"
          },
          "stage": {
            "$ref": "#/components/schemas/LifecycleStage"
          },
          "kind": {
            "type": "string",
            "enum": [
              "forward",
              "repair",
              "return",
              "reinstate"
            ]
          },
          "reasonRequired": {
            "type": "boolean"
          },
          "missing": {
            "type": "array",
            "description": "Evidence that is missing for the step.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "path",
                "allowed"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "allowed": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "RecordRights": {
        "type": "object",
        "description": "What the caller may do with the record here; a declared record is changed in its file.",
        "additionalProperties": false,
        "required": [
          "update",
          "delete",
          "transition",
          "assign"
        ],
        "properties": {
          "update": {
            "type": "boolean"
          },
          "delete": {
            "type": "boolean"
          },
          "transition": {
            "type": "boolean"
          },
          "assign": {
            "type": "boolean"
          }
        }
      },
      "CloudAmount": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "exact",
          "rounded"
        ],
        "properties": {
          "exact": {
            "type": "string",
            "description": "The sum with all digits of the file."
          },
          "rounded": {
            "$ref": "#/components/schemas/Amount"
          }
        }
      },
      "CloudDelivery": {
        "type": "object",
        "description": "A bill of a cloud, of one provider, account and period.",
        "additionalProperties": false,
        "required": [
          "provider",
          "billingAccount",
          "billingPeriod",
          "currency",
          "deliveredAt",
          "deliveredBy",
          "rows",
          "rowsWithoutCost",
          "unmappedRows",
          "records"
        ],
        "properties": {
          "id": {
            "type": "integer",
            "description": "Absent for a bill that was checked only."
          },
          "provider": {
            "type": "string"
          },
          "billingAccount": {
            "type": "string"
          },
          "billingAccountName": {
            "type": "string"
          },
          "billingPeriod": {
            "$ref": "#/components/schemas/Day"
          },
          "currency": {
            "type": "string"
          },
          "fileName": {
            "type": "string"
          },
          "deliveredAt": {
            "type": "string",
            "format": "date-time"
          },
          "deliveredBy": {
            "type": "string"
          },
          "rows": {
            "type": "integer"
          },
          "rowsWithoutCost": {
            "type": "integer",
            "description": "Rows whose billed and effective cost is 0."
          },
          "unmappedRows": {
            "type": "integer",
            "description": "Rows for which no rule names a service or contract."
          },
          "records": {
            "type": "integer",
            "description": "Records the bill is about."
          },
          "billed": {
            "$ref": "#/components/schemas/CloudAmount"
          },
          "effective": {
            "$ref": "#/components/schemas/CloudAmount"
          },
          "unmapped": {
            "type": "object",
            "description": "Of the sums, what no rule gives a service or contract.",
            "additionalProperties": false,
            "required": [
              "billed",
              "effective"
            ],
            "properties": {
              "billed": {
                "type": "string"
              },
              "effective": {
                "type": "string"
              }
            }
          },
          "state": {
            "type": "string",
            "enum": [
              "new",
              "replaces",
              "unchanged"
            ],
            "description": "What it does to the bill in force; when delivered only."
          }
        }
      },
      "CloudDeliveryPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CloudDelivery"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "CloudBillingSum": {
        "type": "object",
        "description": "Charges of one service, contract, owner and cost centre, exact; without service and contract they are unallocated.",
        "additionalProperties": false,
        "required": [
          "currency",
          "rows",
          "billed",
          "effective"
        ],
        "properties": {
          "service": {
            "type": "string"
          },
          "contract": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "costCenter": {
            "type": "string"
          },
          "currency": {
            "type": "string"
          },
          "rows": {
            "type": "integer"
          },
          "billed": {
            "type": "string"
          },
          "effective": {
            "type": "string"
          }
        }
      },
      "CloudBillingAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "dryRun",
          "rows",
          "deliveries",
          "targets",
          "moreTargets"
        ],
        "properties": {
          "dryRun": {
            "type": "boolean"
          },
          "rows": {
            "type": "integer",
            "description": "Rows of the file."
          },
          "deliveries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CloudDelivery"
            }
          },
          "targets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CloudBillingSum"
            }
          },
          "moreTargets": {
            "type": "integer",
            "description": "Targets that are not listed."
          }
        }
      },
      "RecordBills": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "month",
                "delivery",
                "rows"
              ],
              "properties": {
                "month": {
                  "type": "string"
                },
                "rows": {
                  "type": "integer",
                  "description": "Rows of the file behind it."
                },
                "billed": {
                  "$ref": "#/components/schemas/CloudAmount"
                },
                "effective": {
                  "$ref": "#/components/schemas/CloudAmount"
                },
                "delivery": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "id",
                    "provider",
                    "billingAccount",
                    "billingPeriod",
                    "deliveredAt"
                  ],
                  "properties": {
                    "id": {
                      "type": "integer"
                    },
                    "provider": {
                      "type": "string"
                    },
                    "billingAccount": {
                      "type": "string"
                    },
                    "billingPeriod": {
                      "$ref": "#/components/schemas/Day"
                    },
                    "fileName": {
                      "type": "string"
                    },
                    "deliveredAt": {
                      "type": "string",
                      "format": "date-time"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "Amount": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "amount",
          "currency"
        ],
        "properties": {
          "amount": {
            "type": "string"
          },
          "currency": {
            "type": "string"
          }
        }
      },
      "RefLabel": {
        "type": "object",
        "description": "A catalog entity as the caller may see it.",
        "additionalProperties": false,
        "required": [
          "ref",
          "resolved"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "resolved": {
            "type": "boolean",
            "description": "Whether it is in the catalog."
          }
        }
      },
      "ServiceUse": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "service",
          "sharePercent"
        ],
        "properties": {
          "service": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "sharePercent": {
            "type": "string"
          },
          "inheritedFrom": {
            "type": "string"
          }
        }
      },
      "RecordSummary": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "kind",
          "title",
          "origin",
          "updatedAt",
          "version"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "title": {
            "type": "string"
          },
          "origin": {
            "type": "string",
            "enum": [
              "declared",
              "registered"
            ]
          },
          "class": {
            "$ref": "#/components/schemas/AssetClass"
          },
          "type": {
            "type": "string"
          },
          "stage": {
            "$ref": "#/components/schemas/LifecycleStage"
          },
          "status": {
            "type": "string"
          },
          "owner": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "assignee": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "vendor": {
            "type": "string",
            "description": "Slug of the supplier."
          },
          "vendorTitle": {
            "type": "string",
            "description": "What the supplier is called, where somebody said so."
          },
          "product": {
            "type": "string"
          },
          "tag": {
            "type": "string"
          },
          "serialNumber": {
            "type": "string"
          },
          "manufacturer": {
            "type": "string"
          },
          "model": {
            "type": "string"
          },
          "location": {
            "type": "string"
          },
          "endsOn": {
            "type": "string",
            "description": "Next date that matters: warranty, term or end of life."
          },
          "endsKind": {
            "type": "string",
            "enum": [
              "warranty",
              "term",
              "end-of-life",
              "notice"
            ]
          },
          "monthlyCost": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Amount"
            },
            "description": "Cost of the current month; absent without permission."
          },
          "bookValue": {
            "description": "Of an asset, at the end of the current month; absent without permission.",
            "$ref": "#/components/schemas/Amount"
          },
          "retiredAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "RecordPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RecordSummary"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RecordCounts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "by",
          "totalItems",
          "items"
        ],
        "properties": {
          "by": {
            "$ref": "#/components/schemas/CountDimension"
          },
          "totalItems": {
            "type": "integer",
            "description": "Records that match."
          },
          "items": {
            "type": "array",
            "description": "At most 1000.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "key",
                "records"
              ],
              "properties": {
                "key": {
                  "type": "string",
                  "description": "Kind, class, stage or ref; \"none\" for records without."
                },
                "label": {
                  "description": "Of a ref.",
                  "$ref": "#/components/schemas/RefLabel"
                },
                "records": {
                  "type": "integer"
                },
                "across": {
                  "type": "array",
                  "description": "Its records by the field asked for, the largest counts first.",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [
                      "key",
                      "records"
                    ],
                    "properties": {
                      "key": {
                        "type": "string"
                      },
                      "records": {
                        "type": "integer"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "RecordDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "record",
          "spec",
          "services",
          "covers",
          "coveredBy",
          "parts",
          "history",
          "findings",
          "costVisible",
          "inCatalog"
        ],
        "properties": {
          "record": {
            "$ref": "#/components/schemas/RecordSummary"
          },
          "description": {
            "type": "string"
          },
          "spec": {
            "type": "object",
            "description": "As declared; without financials for those who may not see them.",
            "additionalProperties": true
          },
          "costVisible": {
            "type": "boolean"
          },
          "inCatalog": {
            "type": "boolean",
            "description": "Whether a catalog page exists for it."
          },
          "sourceUrl": {
            "type": "string",
            "description": "File that declares it, when known."
          },
          "editUrl": {
            "type": "string"
          },
          "services": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ServiceUse"
            }
          },
          "covers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "coveredBy": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "contract": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "partOf": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "parts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "licenses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "nextStages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LifecycleStage"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "rule",
                "message",
                "severity"
              ],
              "properties": {
                "rule": {
                  "type": "string"
                },
                "message": {
                  "type": "string",
                  "description": "In English."
                },
                "variant": {
                  "$ref": "#/components/schemas/FindingVariant"
                },
                "values": {
                  "$ref": "#/components/schemas/FindingValues"
                },
                "severity": {
                  "type": "string",
                  "enum": [
                    "info",
                    "warning",
                    "error"
                  ]
                }
              }
            }
          },
          "bookValue": {
            "type": "object",
            "description": "Assets with a purchase; absent without permission.",
            "additionalProperties": false,
            "required": [
              "currency",
              "cost",
              "salvage",
              "book",
              "depreciatedToDate",
              "points"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "cost": {
                "type": "string"
              },
              "salvage": {
                "type": "string"
              },
              "book": {
                "type": "string"
              },
              "depreciatedToDate": {
                "type": "string"
              },
              "points": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "month",
                    "book",
                    "depreciation"
                  ],
                  "properties": {
                    "month": {
                      "type": "string"
                    },
                    "book": {
                      "type": "string"
                    },
                    "depreciation": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "ownershipCost": {
            "$ref": "#/components/schemas/OwnershipCost"
          },
          "rights": {
            "$ref": "#/components/schemas/RecordRights"
          },
          "nextSteps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NextStep"
            }
          },
          "stock": {
            "type": "object",
            "description": "Assets with a quantity.",
            "additionalProperties": false,
            "required": [
              "quantity",
              "assigned",
              "available"
            ],
            "properties": {
              "quantity": {
                "type": "integer"
              },
              "assigned": {
                "type": "integer"
              },
              "available": {
                "type": "integer"
              }
            }
          },
          "renewal": {
            "type": "object",
            "description": "Contracts and licences with a term.",
            "additionalProperties": false,
            "required": [
              "state",
              "start"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "active",
                  "expiring",
                  "notice-due",
                  "renewing",
                  "expired",
                  "ended"
                ]
              },
              "start": {
                "type": "string"
              },
              "end": {
                "type": "string",
                "description": "Last day of the current term, inclusive."
              },
              "lastNoticeDay": {
                "type": "string"
              },
              "next": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "start",
                    "end"
                  ],
                  "properties": {
                    "start": {
                      "type": "string"
                    },
                    "end": {
                      "type": "string"
                    },
                    "amount": {
                      "$ref": "#/components/schemas/Amount"
                    }
                  }
                }
              }
            }
          },
          "position": {
            "type": "object",
            "description": "Licences.",
            "additionalProperties": false,
            "required": [
              "metric",
              "applicable"
            ],
            "properties": {
              "metric": {
                "type": "string"
              },
              "applicable": {
                "type": "boolean"
              },
              "entitled": {
                "type": "number"
              },
              "consumed": {
                "type": "number",
                "description": "Core factors make halves of licences."
              },
              "found": {
                "type": "number",
                "description": "Units of consumed that only discovery knows of."
              },
              "balance": {
                "type": "number",
                "description": "Entitled less consumed."
              },
              "unitPricePerMonth": {
                "$ref": "#/components/schemas/Amount"
              },
              "trueUp": {
                "$ref": "#/components/schemas/Amount"
              },
              "seats": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "to"
                  ],
                  "properties": {
                    "to": {
                      "$ref": "#/components/schemas/RefLabel"
                    },
                    "from": {
                      "type": "string"
                    },
                    "until": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "history": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HistoryEntry"
            }
          }
        }
      },
      "CostSeries": {
        "type": "object",
        "description": "One figure per month, in the currencies as booked and converted.",
        "additionalProperties": false,
        "required": [
          "booked",
          "converted"
        ],
        "properties": {
          "booked": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "currency",
                "months",
                "total"
              ],
              "properties": {
                "currency": {
                  "type": "string"
                },
                "months": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "total": {
                  "type": "string"
                }
              }
            }
          },
          "converted": {
            "type": "object",
            "description": "Parts without a rate are left out here and named in coverage.",
            "additionalProperties": false,
            "required": [
              "currency",
              "months",
              "total"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "months": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "total": {
                "type": "string"
              }
            }
          }
        }
      },
      "CostGroup": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "title",
          "series"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Category, ref, supplier slug and so on; \"unallocated\", \"none\", \"hidden\", \"other\" (lines beyond the largest 1000) and \"closed\" are reserved."
          },
          "title": {
            "type": "string"
          },
          "ref": {
            "type": "string",
            "description": "Set when the key is a record or a catalog entity."
          },
          "recordKind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "recordType": {
            "type": "string"
          },
          "sharePercent": {
            "type": "string",
            "description": "The node's share of the record in the last month."
          },
          "endsOn": {
            "type": "string"
          },
          "endsKind": {
            "type": "string",
            "enum": [
              "warranty",
              "term",
              "end-of-life",
              "notice"
            ]
          },
          "categories": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostCategory"
            }
          },
          "series": {
            "$ref": "#/components/schemas/CostSeries"
          }
        }
      },
      "CostAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "of",
          "basis",
          "view",
          "from",
          "to",
          "currentMonth",
          "months",
          "by",
          "reportingCurrency",
          "total",
          "unallocated",
          "groups",
          "coverage",
          "rates",
          "asOf"
        ],
        "properties": {
          "of": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ref",
              "kind",
              "title"
            ],
            "properties": {
              "ref": {
                "type": "string"
              },
              "kind": {
                "type": "string"
              },
              "title": {
                "type": "string"
              }
            }
          },
          "basis": {
            "$ref": "#/components/schemas/CostBasis"
          },
          "view": {
            "$ref": "#/components/schemas/CostView"
          },
          "closedThrough": {
            "description": "Last month whose figures are frozen.",
            "$ref": "#/components/schemas/Month"
          },
          "from": {
            "$ref": "#/components/schemas/Month"
          },
          "to": {
            "$ref": "#/components/schemas/Month"
          },
          "currentMonth": {
            "$ref": "#/components/schemas/Month"
          },
          "months": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Month"
            }
          },
          "by": {
            "$ref": "#/components/schemas/CostDimension"
          },
          "reportingCurrency": {
            "type": "string"
          },
          "total": {
            "$ref": "#/components/schemas/CostSeries"
          },
          "unallocated": {
            "description": "Owned basis: part of the total that no service uses. Used basis of all: the rest no service takes.",
            "$ref": "#/components/schemas/CostSeries"
          },
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostGroup"
            }
          },
          "coverage": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "records",
              "priced",
              "withoutPrice",
              "ratesMissing",
              "unresolvedRefs",
              "notes"
            ],
            "properties": {
              "records": {
                "type": "integer",
                "description": "Records behind the figure."
              },
              "priced": {
                "type": "integer"
              },
              "withoutPrice": {
                "type": "array",
                "description": "The first hundred that the caller may read; the counts tell the rest.",
                "items": {
                  "$ref": "#/components/schemas/RefLabel"
                }
              },
              "hiddenWithoutPrice": {
                "type": "integer",
                "description": "Records without price that the caller may not read."
              },
              "countedInContract": {
                "type": "integer",
                "description": "Priced records that have no line because the charges of their contract are their cost."
              },
              "ratesMissing": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "currency",
                    "months"
                  ],
                  "properties": {
                    "currency": {
                      "type": "string"
                    },
                    "months": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              },
              "unresolvedRefs": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "notes": {
                "type": "array",
                "description": "What is not in the figure by rule, as message keys.",
                "items": {
                  "type": "string",
                  "enum": [
                    "organisation-as-of-now",
                    "depends-on-not-included",
                    "planning-not-included",
                    "parents-not-pushed-down"
                  ]
                }
              }
            }
          },
          "rates": {
            "type": "array",
            "description": "Rates used, per month and currency.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "month",
                "currency",
                "unitsPerEuro",
                "date",
                "quality"
              ],
              "properties": {
                "month": {
                  "type": "string"
                },
                "currency": {
                  "type": "string"
                },
                "unitsPerEuro": {
                  "type": "string",
                  "description": "Units of the currency for one euro."
                },
                "date": {
                  "type": "string"
                },
                "quality": {
                  "type": "string",
                  "enum": [
                    "final",
                    "provisional",
                    "forecast"
                  ]
                }
              }
            }
          },
          "asOf": {
            "type": "string",
            "description": "Time of the answer."
          }
        }
      },
      "NewCalendarToken": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "description": "What it is for, such as the device."
          }
        }
      },
      "CalendarToken": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "name",
          "createdAt",
          "confirmedUntil"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "name": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "lastUsedOn": {
            "type": "string"
          },
          "confirmedUntil": {
            "type": "string",
            "description": "Until when the feed is open, unless its owner visits the portal."
          }
        }
      },
      "CreatedCalendarToken": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "name",
          "createdAt",
          "confirmedUntil",
          "token",
          "path"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "name": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "lastUsedOn": {
            "type": "string"
          },
          "confirmedUntil": {
            "type": "string"
          },
          "token": {
            "type": "string"
          },
          "path": {
            "type": "string",
            "description": "Of the feed, below the address of the register's API."
          }
        }
      },
      "CalendarTokenList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CalendarToken"
            }
          }
        }
      },
      "Health": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "projection",
          "declarations",
          "readModel",
          "checkedAt"
        ],
        "properties": {
          "checkedAt": {
            "type": "string"
          },
          "projection": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "nodes",
              "stale"
            ],
            "properties": {
              "syncedAt": {
                "type": "string"
              },
              "nodes": {
                "type": "integer"
              },
              "stale": {
                "type": "boolean"
              },
              "lastError": {
                "type": "string"
              }
            }
          },
          "readModel": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "records",
              "segments"
            ],
            "properties": {
              "records": {
                "type": "integer"
              },
              "segments": {
                "type": "integer"
              },
              "windowFrom": {
                "type": "string"
              },
              "windowTo": {
                "type": "string"
              }
            }
          },
          "alerts": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "enabled",
              "unsent"
            ],
            "properties": {
              "enabled": {
                "type": "boolean"
              },
              "completeOn": {
                "type": "string",
                "description": "Day up to which every alert was sent."
              },
              "unsent": {
                "type": "integer"
              },
              "lastError": {
                "type": "string",
                "description": "Why alerts could not be sent lately."
              }
            }
          },
          "declarations": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "active",
              "unconfirmed",
              "rejected",
              "conflicts"
            ],
            "properties": {
              "active": {
                "type": "integer"
              },
              "reconciledAt": {
                "type": "string"
              },
              "guardAlarm": {
                "type": "string",
                "description": "Why reconciliation retired nothing."
              },
              "unconfirmed": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "ref",
                    "since"
                  ],
                  "properties": {
                    "ref": {
                      "type": "string"
                    },
                    "since": {
                      "type": "string"
                    }
                  }
                }
              },
              "rejected": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RejectedDeclaration"
                }
              },
              "conflicts": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "ref",
                    "holder",
                    "claimant",
                    "at"
                  ],
                  "properties": {
                    "ref": {
                      "type": "string"
                    },
                    "holder": {
                      "type": "string"
                    },
                    "claimant": {
                      "type": "string"
                    },
                    "at": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "RejectedDeclaration": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "at",
          "message"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "location": {
            "type": "string"
          },
          "at": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "Every problem, one per line."
          },
          "source": {
            "type": "string",
            "enum": [
              "catalog",
              "register"
            ]
          }
        }
      },
      "Declaration": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "entity"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "maxLength": 200
          },
          "entity": {
            "type": "object",
            "description": "The whole entity as validated, financials included.",
            "additionalProperties": true
          },
          "location": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "DeclarationIncident": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "ref"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "error",
              "conflict"
            ]
          },
          "ref": {
            "type": "string",
            "maxLength": 400
          },
          "location": {
            "type": "string",
            "maxLength": 2000
          },
          "messages": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 20000
            }
          },
          "holder": {
            "type": "string",
            "maxLength": 2000
          },
          "claimant": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "ErrorBody": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "request": {
            "type": "object"
          },
          "response": {
            "type": "object"
          }
        }
      }
    }
  }
} as const;
