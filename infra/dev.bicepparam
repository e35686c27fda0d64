// A trial beside the real installation: az deployment group create -g <group> -f infra/main.bicep -p infra/dev.bicepparam
using './main.bicep'

param name = readEnvironmentVariable('RESOURCE_NAME', 'lotse-dev')
param image = readEnvironmentVariable('IMAGE')
param registryName = readEnvironmentVariable('REGISTRY_NAME', '')
param botDisplayName = 'Lotse (Test)'
param botSku = 'F0'
param minReplicas = 1
param maxReplicas = 1
param logDays = 30
param publicationUrl = readEnvironmentVariable('PUBLICATION_URL', '')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', '')
